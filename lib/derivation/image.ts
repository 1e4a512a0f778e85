import { type Question, readsRows } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import { type Expression, type Role, type Writable, number, partial } from "@/lib/tex";
import { settle } from "./conclude";
import { placeWords } from "./place";
import type { CellRef, TensorName } from "./step";
import { type View, fullCell, matters, named, ownCell, sizeAlong, valueIn } from "./view";

/** [image, channel, row, column]. */
export type ImageCell = readonly [image: number, channel: number, row: number, column: number];

/**
 * An image-like tensor of a question (x, y, indices, ∂L/∂Y, ∂L/∂X) seen through its full axes, in
 * whatever rank and layout the question writes it.
 */
export function imageView(question: Question, tensor: TensorName, source: Tensor): View {
  const [letter, role] = LETTERS[tensor] ?? ["T", "input"];
  const axes = imageAxes(question, source.shape.length);
  return { tensor, letter, role, shape: source.shape, axes, values: source.data };
}

/** The cell's name. @example toText(imageName(y, [0, 0, 0, 1])) // "Y[0,1]" of a single plane */
export function imageName(view: View, cell: readonly Writable[]): Expression {
  const name = named(view, cell);
  return view.tensor === "dx" ? partial(name) : name;
}

/** The cell's number in the colour of its tensor. */
export function imageValue(view: View, cell: ImageCell): Expression {
  return number(settle(valueIn(view, cell)), view.role);
}

/** The cells as a picture finds them, in the question's own rank. */
export function imageRefs(view: View, cells: readonly ImageCell[]): CellRef[] {
  return cells.map((cell) => ({ tensor: view.tensor, at: ownCell(view, cell) }));
}

/** Where a cell stands, in words, leaving out axes that have one place only. */
export function imagePlace(view: View, cell: ImageCell): string {
  return placeWords(cell.filter((_, axis) => matters(view, axis)));
}

/** The cell at these coordinates of the question's own rank. */
export function cellAt(view: View, at: readonly number[]): ImageCell {
  return fullCell(view, at);
}

/** Height and width. */
export function planeSize(view: View): readonly [height: number, width: number] {
  return [sizeAlong(view, 2), sizeAlong(view, 3)];
}

/** Height and width in a shape of the question's rank and layout. */
export function planeOfShape(
  question: Question,
  sizes: readonly number[],
): readonly [height: number, width: number] {
  const axes = imageAxes(question, sizes.length);
  return [sizes[axes.indexOf(2)] ?? 1, sizes[axes.indexOf(3)] ?? 1];
}

const LETTERS: Readonly<Partial<Record<TensorName, readonly [string, Role]>>> = {
  x: ["X", "input"],
  y: ["Y", "output"],
  indices: ["I", "output"],
  dy: ["G", "gradient"],
  dx: ["X", "gradient"],
};

function imageAxes(question: Question, rank: number): readonly number[] {
  if (rank === 2) return readsRows(question) ? [0, 1] : [2, 3];
  const channelsLast = question.conventions.layout === "nhwc";
  const axes = channelsLast ? [0, 2, 3, 1] : [0, 1, 2, 3];
  return rank === 3 ? axes.slice(1) : axes;
}
