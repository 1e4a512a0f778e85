import type { AnyQuestion } from "./asked";
import { imageWords, layerLines } from "./network-words";
import type { Paragraph } from "./statement";

/** Two ways to do the same, their layers one a line, and what is wanted of them. */
export function compareTask(
  question: AnyQuestion,
  names: readonly [left: string, right: string],
  wanted: string,
): Paragraph[] {
  if (question.op !== "compare") return [];
  const { left, right, count, inputs } = question;
  const tellsBiases = count === "params";
  return [
    [`${imageWords(inputs.x.shape).replace(/^an/, "An")} can go through ${names[0]}:`],
    ...layerLines(left, tellsBiases),
    [`or through ${names[1]}:`],
    ...layerLines(right, tellsBiases),
    [wanted],
  ];
}
