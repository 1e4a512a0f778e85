import { renderInline, renderProse } from "../prose/render";

export interface ProseProps {
  readonly markdown: string;
  /** As part of a line, without a paragraph of its own. */
  readonly inline?: boolean;
  readonly className?: string | undefined;
}

/** Our own markdown with $…$ maths, rendered when the page is built. */
export function Prose({ markdown, inline = false, className }: ProseProps) {
  if (inline) {
    return (
      <span className={className} dangerouslySetInnerHTML={{ __html: renderInline(markdown) }} />
    );
  }
  const classes = className ? `prose ${className}` : "prose";
  return <div className={classes} dangerouslySetInnerHTML={{ __html: renderProse(markdown) }} />;
}
