import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { isVolume } from "../scene/volume";

const MOST_CELLS = 400;

/**
 * What is said of numbers that can be computed, but not drawn cell by cell with a step for each;
 * null where they can.
 *
 * @throws KernelError where the draft does not fit
 * @example tooManyCells({ op: "conv2d", params: { padding: 200 }, inputs: { x: [[1]], w: [[1]] } }) // "That makes …"
 */
export function tooManyCells(draft: QuestionDraft): string | null {
  const question = questionFrom(draft);
  const x = question.inputs.x;
  if (!x || (!x.data && isVolume(x))) return null;
  const y = solve(question).shapes["y"] ?? [];
  const padding = Number(draft.params?.padding ?? 0);
  const [height, width] = paddedPlane(draft.op === "conv_transpose2d" ? y : x.shape, padding);
  const outputs = x.data ? y.reduce((product, size) => product * size, 1) : 0;
  if (height * width > MOST_CELLS) return sentence(`a plane of ${height}×${width} cells`);
  return outputs > MOST_CELLS ? sentence(`an output of ${y.join("×")} cells`) : null;
}

function paddedPlane(shape: readonly number[], padding: number): [height: number, width: number] {
  return [(shape.at(-2) ?? 1) + 2 * padding, (shape.at(-1) ?? 1) + 2 * padding];
}

function sentence(what: string): string {
  return `That makes ${what}, more than can be shown one by one here (${MOST_CELLS}). Smaller numbers would fit.`;
}
