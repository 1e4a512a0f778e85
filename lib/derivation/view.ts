import { offsetOf } from "@/lib/tensor";
import { type Expression, type Role, type Writable, symbol } from "@/lib/tex";
import type { TensorName } from "./step";

/**
 * A question's tensor seen through its full axes (image, channel, row, column; of a weight filter,
 * channel, row, column; of a bias the channel alone), whatever rank and layout the question has.
 */
export interface View {
  readonly tensor: TensorName;
  /** The letter that formulas use. */
  readonly letter: string;
  readonly role: Role;
  /** The shape in the question's own rank. */
  readonly shape: readonly number[];
  /** Of each axis in the question's own rank, which full axis it is. */
  readonly axes: readonly number[];
  readonly values: ArrayLike<number> | undefined;
}

/** A full cell in the question's own rank. @example rank 2: [0, 0, 1, 2] → [1, 2] */
export function ownCell(view: View, cell: readonly number[]): number[] {
  return view.axes.map((axis) => cell[axis] ?? 0);
}

/** The full cell of one in the question's own rank. @example rank 2: [1, 2] → [0, 0, 1, 2] */
export function fullCell(
  view: View,
  at: readonly number[],
): readonly [number, number, number, number] {
  const along = (axis: number): number => {
    const own = view.axes.indexOf(axis);
    return own < 0 ? 0 : (at[own] ?? 0);
  };
  return [along(0), along(1), along(2), along(3)];
}

/** The value in a full cell. A cell outside the tensor, of the padding, is 0. */
export function valueIn(view: View, cell: readonly number[]): number {
  const at = ownCell(view, cell);
  const inside = at.every((index, axis) => index >= 0 && index < (view.shape[axis] ?? 0));
  return inside ? (view.values?.[offsetOf(view.shape, at)] ?? Number.NaN) : 0;
}

/**
 * The tensor's letter with an index for each axis that matters: rows and columns always, images and
 * channels where there are more than one.
 *
 * @example named(view, [0, 0, "i", "j"]) // Y with i, j
 */
export function named(view: View, indices: readonly Writable[]): Expression {
  const shown = indices.filter((_, axis) => matters(view, axis));
  return symbol(view.letter, shown, view.role);
}

/** Whether an axis has more than one place. */
export function matters(view: View, axis: number): boolean {
  return (axis >= 2 && view.axes.includes(axis)) || sizeAlong(view, axis) > 1;
}

/** The size along a full axis; 1 where the question's tensor lacks it. */
export function sizeAlong(view: View, axis: number): number {
  const own = view.axes.indexOf(axis);
  return own < 0 ? 1 : (view.shape[own] ?? 1);
}

/** All four sizes. @example rank 2: [3, 4] → [1, 1, 3, 4] */
export function fullShape(view: View): number[] {
  return [0, 1, 2, 3].map((axis) => sizeAlong(view, axis));
}
