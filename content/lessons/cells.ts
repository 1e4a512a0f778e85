import type { CellRef, TensorName } from "@/lib/derivation";

/** One cell, lit; with what it is multiplied by, where that is shown. */
export function cell(tensor: TensorName, at: readonly number[], factor?: number): CellRef {
  return factor === undefined ? { tensor, at } : { tensor, at, factor };
}

/** A rectangle of cells from its top-left corner, row by row; `plane` leads to it in a tensor of more axes. */
export function cells(
  tensor: TensorName,
  [top, left]: readonly [row: number, column: number],
  [height, width]: readonly [height: number, width: number],
  plane: readonly number[] = [],
): readonly CellRef[] {
  return Array.from({ length: height * width }, (_, index) =>
    cell(tensor, [...plane, top + Math.floor(index / width), left + (index % width)]),
  );
}
