import { renderToString } from "katex";
import { type Expression, toTex } from "@/lib/tex";

/** TeX as HTML without MathML; what is read aloud stands beside it, from our own model. */
export function texToHtml(tex: string): string {
  return renderToString(tex, { output: "html", strict: "error", trust: false });
}

/** A line in the colours of its roles. */
export function lineToHtml(line: Expression): string {
  return texToHtml(`\\displaystyle ${toTex(line, { colour: true })}`);
}

/** A line in one ink. */
export function plainLineToHtml(line: Expression): string {
  return texToHtml(toTex(line));
}
