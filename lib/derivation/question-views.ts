import type { Question } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Role } from "@/lib/tex";
import type { Cell } from "./sizes/sliding";
import type { TensorName } from "./step";
import type { View } from "./view";

/** The inputs that have rows and columns, or one value a channel. */
type PlaneInput = "x" | "w" | "b" | "indices";

const LETTERS: Record<PlaneInput, readonly [letter: string, role: Role]> = {
  x: ["X", "input"],
  w: ["K", "kernel"],
  b: ["b", "kernel"],
  indices: ["I", "input"],
};

/**
 * An input of an operation on planes. Rank 2 means H×W, rank 3 C×H×W (H×W×C where the channels come
 * last), weights of rank 3 one filter, of rank 2 one kernel on one channel. Weights keep PyTorch's order
 * of axes under every layout, and of rank 3 in a transposed convolution mean one output channel.
 *
 * @throws KernelError ERR_INPUT where the question lacks it
 */
export function inputView(question: Question, name: PlaneInput): View {
  const operand = question.inputs[name];
  if (!operand) {
    throw new KernelError("ERR_INPUT", `The question has no ${name}; ${question.op} needs one.`);
  }
  const [letter, role] = LETTERS[name];
  const { shape, data: values } = operand;
  const rank = shape.length;
  const axes = axesOf(question, name, rank);
  return { tensor: name, letter, role, shape, axes, values };
}

/** The output of an operation on planes: of a rank-2 x it has rank 2 with one channel, else rank 3. */
export function outputView(question: Question, x: View, sizes: Cell): View {
  const rank = x.shape.length === 2 && sizes[1] > 1 ? 3 : x.shape.length;
  const axes = planeAxes(question, rank);
  const shape = axes.map((axis) => sizes[axis] ?? 1);
  return { tensor: "y", letter: "Y", role: "output", shape, axes, values: undefined };
}

/** The gradient that arrives at the output: dy as given, or ones. */
export function arrivingView(question: Question, x: View, y: View): View {
  const size = (): number => y.shape.reduce((product, length) => product * length, 1);
  const values =
    question.dy?.data ?? (x.values && !question.dy ? new Float64Array(size()).fill(1) : undefined);
  return { ...y, tensor: "dy", letter: "G", role: "gradient", values };
}

const GRADIENTS: Partial<Record<TensorName, TensorName>> = { x: "dx", w: "dw", b: "db" };

/** The gradient's cells of an input, under the letter of the input itself. */
export function gradientView(view: View): View {
  const tensor = GRADIENTS[view.tensor] ?? view.tensor;
  return { ...view, tensor, role: "gradient", values: undefined };
}

function axesOf(question: Question, name: PlaneInput, rank: number): number[] {
  if (name === "b") return [1].slice(0, rank);
  if (name !== "w") return planeAxes(question, rank);
  return question.op === "conv_transpose2d" && rank === 3 ? [0, 2, 3] : lastAxes(rank);
}

function lastAxes(rank: number): number[] {
  return [0, 1, 2, 3].slice(4 - rank);
}

function planeAxes(question: Question, rank: number): number[] {
  if (question.conventions.layout === "nchw") return lastAxes(rank);
  return rank === 2 ? [2, 3] : [0, 2, 3, 1].slice(4 - rank);
}
