import type { Key } from "@/lib/answer/check";
import type { Question } from "@/lib/question";
import { LIBRARIES, type Wanted, codeOf } from "@/lib/question/code";
import { latexOf } from "./latex";

/** Code that asserts the answer in each library, and the whole as LaTeX. */
export function codesOf(question: Question, ask: string, key: Key, isSmall: boolean) {
  return [
    ...LIBRARIES.map((name) => ({ name, text: codeOf(question, ask, wantedOf(key), name) })),
    ...(isSmall ? [{ name: "LaTeX", text: latexOf(question, ask, key) }] : []),
  ];
}

function wantedOf(key: Key): Wanted {
  if (key.kind === "tensor") return key.tensor;
  return "sizes" in key ? key.sizes : key.value;
}
