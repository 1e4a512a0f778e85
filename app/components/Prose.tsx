import { renderInline, renderProse } from "../prose/render";
import { toShorthand } from "../prose/shorthand";
import { Html } from "./Html";

export interface ProseProps {
  readonly markdown: string;
  /** As part of a line, without a paragraph of its own. */
  readonly inline?: boolean;
  readonly className?: string | undefined;
}

/** Our own markdown with $…$ maths, rendered when the page is built. */
export function Prose({ markdown, inline = false, className }: ProseProps) {
  if (inline) {
    return <Html as="span" className={className} text={toShorthand(renderInline(markdown))} />;
  }
  const classes = className ? `prose ${className}` : "prose";
  return <Html className={classes} text={toShorthand(renderProse(markdown))} />;
}
