import type { TensorName } from "@/lib/derivation";
import type { Operand } from "@/lib/question";
import { type TensorOptions, tensorScene } from "../../scene/build-tensor";
import type { PictureItem, PictureScene } from "../../scene/types";

/** Tensors side by side, nothing between them. */
export function pictureOf(
  tensors: readonly { name: TensorName; operand: Operand; options?: TensorOptions }[],
): PictureScene {
  const row = tensors.map(({ name, operand, options }): PictureItem => ({
    kind: "tensor",
    tensor: tensorScene(name, operand, options),
  }));
  const widths = row.flatMap((item) =>
    item.kind === "tensor" ? item.tensor.planes.map(({ columns }) => columns.length) : [],
  );
  const widest = Math.max(1, ...widths);
  return {
    rows: [row],
    columns: Math.max(
      widest,
      widths.reduce((all, width) => all + width + 1, 0),
    ),
    signs: 0,
    labels: 0,
    widest,
  };
}

/** A tensor whose planes are read in another order: each place takes the value of the place that `from` names. */
function rearranged(
  { shape, data }: Operand,
  from: (row: number, column: number, height: number, width: number) => readonly [number, number],
  isTurned = false,
): Operand {
  const [height = 1, width = 1] = shape.slice(-2);
  const [newHeight, newWidth] = isTurned ? [width, height] : [height, width];
  const area = height * width;
  const values = Float64Array.from({ length: data?.length ?? 0 }, (_, offset) => {
    const [plane, place] = [Math.floor(offset / area), offset % area];
    const [row, column] = from(Math.floor(place / newWidth), place % newWidth, height, width);
    return data?.[plane * area + row * width + column] ?? 0;
  });
  return { shape: [...shape.slice(0, -2), newHeight, newWidth], data: values };
}

/** Turned by 180°. */
export function rotated(operand: Operand): Operand {
  return rearranged(operand, (row, column, height, width) => [
    height - 1 - row,
    width - 1 - column,
  ]);
}

/** Rows as columns. */
export function transposed(operand: Operand): Operand {
  return rearranged(operand, (row, column) => [column, row], true);
}

/** The places of a plane numbered in reading order, from 1. */
export function numbered(shape: readonly number[]): Operand {
  const plane = shape.slice(-2);
  const size = plane.reduce((product, length) => product * length, 1);
  return { shape: plane, data: Float64Array.from({ length: size }, (_, index) => index + 1) };
}
