import type { Step } from "@/lib/derivation";
import { equation, list, shape, sum, symbol } from "@/lib/tex";
import { type PadQuestion, padKey } from "./pad";

/** The working of a padded shape: rows above and below, columns left and right, nothing else. */
export function padSteps(question: PadQuestion): readonly Step[] {
  const [top, left, bottom, right] = question.params.pad;
  const [width = 1, height = 1] = question.inputs.x.shape.toReversed();
  const key = padKey(question);
  const rows = equation(symbol("H_padded"), sum(height, top, bottom), height + top + bottom);
  const columns = equation(symbol("W_padded"), sum(width, left, right), width + left + right);
  return [
    { rule: "padded-size", line: list(rows, columns), value: null, cells: [] },
    { rule: "output-shape", line: shape(key, "input"), value: key, cells: [] },
  ];
}
