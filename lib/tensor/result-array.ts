import { KernelError, written } from "./errors";
import { freshValues } from "./fresh-values";
import { type Tensor, sizeOf } from "./tensor";

/** The supplied array, or a new one for this shape. @throws KernelError ERR_SHAPE for a wrong length */
export function resultArray(
  shape: readonly number[],
  length: number,
  out: Float64Array | undefined,
): Float64Array {
  if (out === undefined) return freshValues(length);
  if (out.length !== length) throw wrongLength(shape, length, out);
  return out;
}

/** A tensor of this shape in the supplied array, or a new one. @throws KernelError as `resultArray` and `sizeOf` */
export function resultTensor(shape: readonly number[], out: Float64Array | undefined): Tensor {
  return { shape, data: resultArray(shape, sizeOf(shape), out) };
}

function wrongLength(shape: readonly number[], length: number, out: Float64Array): KernelError {
  return new KernelError(
    "ERR_SHAPE",
    `The array supplied for the result holds ${out.length} values; the result's shape ${written(shape)} needs ${length}.`,
  );
}
