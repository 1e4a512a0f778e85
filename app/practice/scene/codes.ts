import { type Variant, isSpotted, statementOf } from "@/lib/exercises";
import { LIBRARIES, openCodeOf } from "@/lib/question/code";
import { isLayer } from "./draft";

/** The problem to take elsewhere: its statement as LaTeX, and code that works its answer out without showing it. */
export function codesOf(variant: Variant): { readonly name: string; readonly text: string }[] {
  const { question, ask, key } = variant;
  const latex = { name: "LaTeX", text: statementOf(variant).tex };
  if (!isLayer(question) || isSpotted(key)) return [latex];
  return [latex, ...LIBRARIES.map((name) => ({ name, text: openCodeOf(question, ask, name) }))];
}
