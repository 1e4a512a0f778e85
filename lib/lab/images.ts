import { type Tensor, coordinatesOf, fromNested } from "@/lib/tensor";
import type { At, Rows } from "./planes";

/** A plane as an image of one channel, 1×1×H×W. @throws KernelError ERR_RAGGED @example imageOf([[1, 2]]).shape // [1, 1, 1, 2] */
export function imageOf(rows: Rows): Tensor {
  return fromNested([[rows.map((row) => [...row])]]);
}

/** The cells of a one-plane image that a test holds for. @example cellsWhere(imageOf([[1, 2]]), (value) => value > 1) // [[0, 1]] */
export function cellsWhere({ shape, data }: Tensor, holds: (value: number) => boolean): At[] {
  return [...data].flatMap((value, offset) => {
    const [row = 0, column = 0] = coordinatesOf(shape, offset).slice(-2);
    return holds(value) ? [[row, column] as const] : [];
  });
}
