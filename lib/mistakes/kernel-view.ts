import type { Question } from "@/lib/question";
import type { Shape4 } from "./model";

/** Weights seen through steps: the weight (a, b, u, v) is data[start + a·outer + b·inner + u·row + v·column]. */
export interface KernelView {
  readonly data: Float64Array;
  readonly shape: Shape4;
  readonly start: number;
  readonly outer: number;
  readonly inner: number;
  readonly row: number;
  readonly column: number;
}

/** The question's weights as they are applied: rotated where it means true convolution. */
export function kernelOf(question: Question): KernelView | undefined {
  const { w } = question.inputs;
  if (!w?.data) return undefined;
  const shape = weightShape4(question, w.shape);
  const [, second, height, width] = shape;
  const view: KernelView = {
    data: w.data,
    shape,
    start: 0,
    outer: second * height * width,
    inner: height * width,
    row: width,
    column: 1,
  };
  return question.conventions.operation === "convolution" ? rotated(view) : view;
}

/** Rank 2 is one kernel; rank 3 one filter, or for a transposed convolution one output channel. */
export function weightShape4(question: Question, shape: readonly number[]): Shape4 {
  const [a = 1, b = 1, c = 1, d = 1] = shape;
  if (shape.length === 2) return [1, 1, a, b];
  if (shape.length === 3) return question.op === "conv_transpose2d" ? [a, 1, b, c] : [1, a, b, c];
  return [a, b, c, d];
}

/** Turned by 180°. */
export function rotated(view: KernelView): KernelView {
  const [, , height, width] = view.shape;
  return {
    ...view,
    start: view.start + (height - 1) * view.row + (width - 1) * view.column,
    row: -view.row,
    column: -view.column,
  };
}

/** Rows as columns. */
export function transposed(view: KernelView): KernelView {
  const [outer, inner, height, width] = view.shape;
  return { ...view, shape: [outer, inner, width, height], row: view.column, column: view.row };
}
