"use client";

import { fromShorthand } from "../prose/shorthand";

export interface HtmlProps {
  readonly as?: "div" | "p" | "span";
  /** HTML of our own making, in shorthand. */
  readonly text: string;
  readonly className?: string | undefined;
  /** Where it is spoken in other words beside it. */
  readonly silent?: boolean;
}

/** HTML that was made from markdown or TeX. */
export function Html({ as: Tag = "div", text, className, silent }: HtmlProps) {
  return (
    <Tag
      className={className}
      aria-hidden={silent}
      dangerouslySetInnerHTML={{ __html: fromShorthand(text) }}
    />
  );
}
