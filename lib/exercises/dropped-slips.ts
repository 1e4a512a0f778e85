import { type Question, solve } from "@/lib/question";
import { type Tensor, resolveWindow } from "@/lib/tensor";
import { type Asked, isLayerQuestion } from "./asked";
import type { Prediction } from "./prediction";

type Pair = readonly [height: number, width: number];

/**
 * What goes wrong where the floor drops rows or columns: the windows are pushed to the far edge, so that the gradient
 * lands on cells that no window reads.
 */
export function droppedSlips({ question, ask }: Asked): readonly Prediction[] {
  if (!isLayerQuestion(question) || question.op !== "conv2d" || ask !== "grads.x") return [];
  const dropped = droppedFrom(question);
  const { x } = question.inputs;
  if (!x || !dropped || Math.max(...dropped) === 0) return [];
  const read: Pair = [(x.shape[0] ?? 1) - dropped[0], (x.shape[1] ?? 1) - dropped[1]];
  const inner = { shape: read, data: new Float64Array(read[0] * read[1]) };
  const gradient = solve({ ...question, inputs: { ...question.inputs, x: inner } }).grads?.x;
  if (!gradient) return [];
  return [{ mistake: "WINDOW_SHIFTED", answer: movedBy(dropped, gradient, x.shape) }];
}

/** How many rows and columns of a plain matrix no window reads, at the end. */
function droppedFrom({ inputs: { x, w }, params, conventions }: Question): Pair | undefined {
  if (x?.shape.length !== 2 || w?.shape.length !== 2) return undefined;
  if (params.padding !== undefined || params.pad !== undefined) return undefined;
  const [inHeight = 1, inWidth = 1] = x.shape;
  const [kernelHeight = 1, kernelWidth = 1] = w.shape;
  const { stride = 1, dilation = 1 } = params;
  const { rounding } = conventions;
  const window = resolveWindow([inHeight, inWidth], [kernelHeight, kernelWidth], {
    stride,
    dilation,
    rounding,
  });
  const left = ({
    inSize,
    outSize,
    stride: step,
    dilation: spread,
    kernel,
  }: typeof window.height) =>
    Math.max(0, inSize - ((outSize - 1) * step + spread * (kernel - 1) + 1));
  return [left(window.height), left(window.width)];
}

/** A matrix moved down and to the right into a larger one of zeros. */
function movedBy([down, right]: Pair, { shape, data }: Tensor, into: readonly number[]): Tensor {
  const [height = 1, width = 1] = into;
  const [, columns = 1] = shape;
  const moved = new Float64Array(height * width);
  for (const [offset, value] of data.entries()) {
    const [row, column] = [Math.floor(offset / columns), offset % columns];
    moved[(row + down) * width + column + right] = value;
  }
  return { shape: [height, width], data: moved };
}
