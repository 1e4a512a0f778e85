import { type Tensor, coordinatesOf, fromNested } from "@/lib/tensor";

/** One H×W plane as rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** A plane as an image of one channel, 1×1×H×W. @throws KernelError ERR_RAGGED @example imageOf([[1, 2]]).shape // [1, 1, 1, 2] */
export function imageOf(rows: Rows): Tensor {
  return fromNested([[rows.map((row) => [...row])]]);
}

/** The first plane of an image as rows. @example rowsOf(imageOf([[1, 2]])) // [[1, 2]] */
export function rowsOf({ shape, data }: Tensor): number[][] {
  const [height = 1, width = 1] = shape.slice(-2);
  return Array.from({ length: height }, (_, row) => [
    ...data.subarray(row * width, (row + 1) * width),
  ]);
}

/** The cells of a one-plane image that a test holds for. @example cellsWhere(imageOf([[1, 2]]), (value) => value > 1) // [[0, 1]] */
export function cellsWhere(
  { shape, data }: Tensor,
  holds: (value: number) => boolean,
): (readonly [row: number, column: number])[] {
  return [...data].flatMap((value, offset) => {
    const [row = 0, column = 0] = coordinatesOf(shape, offset).slice(-2);
    return holds(value) ? [[row, column] as const] : [];
  });
}
