import { COMMON_HEADS } from "./common-heads";

/**
 * KaTeX's HTML in a shorthand a quarter as long: `{mord text|color:input;~x}` stands for
 * `<span class="mord text" style="color:input;">x</span>`, and `{3~x}` for a span with the third of
 * the common heads. A page carries its formulas twice, as HTML and as what its components start from,
 * and the second may as well be short.
 *
 * @example toShorthand('<span class="mord text">4</span>') // "{mord text~4}"
 */
export function toShorthand(html: string): string {
  return html
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;")
    .replace(SPAN, (_, classes: string, style = "", hidden = "") => {
      const head = [classes, style, hidden && "hidden"].join("|").replace(/\|+$/, "");
      return `{${NUMBERS.get(head) ?? head}~`;
    })
    .replaceAll("</span>", "}");
}

/**
 * The reverse of `toShorthand`.
 *
 * @example fromShorthand("{mord text~4}") // '<span class="mord text">4</span>'
 */
export function fromShorthand(text: string): string {
  return text.replace(MARK, (_, head: string | undefined) =>
    head === undefined ? "</span>" : opened(HEADS.get(head) ?? head),
  );
}

/** A span with other attributes stays as it is. */
const SPAN = /<span class="([^"|~]*)"(?: style="([^"|~]*)")?( aria-hidden="true")?>/g;
const MARK = /\{([^~]*)~|\}/g;

const HEADS = new Map(COMMON_HEADS.map((head, index) => [String(index), head]));
const NUMBERS = new Map([...HEADS].map(([number, head]) => [head, number]));

function opened(head: string): string {
  const [classes = "", style = "", hidden = ""] = head.split("|");
  const styled = style && ` style="${style}"`;
  return `<span class="${classes}"${styled}${hidden && ' aria-hidden="true"'}>`;
}
