import { type Pair, KernelError } from "@/lib/tensor";

/** The size of a pooled plane; null along an axis keeps the input's size, as PyTorch's None does. */
export type OutputSize = Pair | readonly [height: number | null, width: number | null];

/**
 * The size in numbers, for the plane H×W that arrives.
 *
 * @throws KernelError ERR_NUMBER for a null without a size to keep
 * @example filledSize([null, 3], [5, 4]) // [5, 3]
 */
export function filledSize(size: OutputSize, plane: readonly number[]): Pair {
  return typeof size === "number" ? size : [kept(size[0], plane[0]), kept(size[1], plane[1])];
}

function kept(size: number | null, arriving: number | undefined): number {
  const filled = size ?? arriving;
  if (filled !== undefined) return filled;
  throw new KernelError(
    "ERR_NUMBER",
    "output_size holds null, which only adaptive pooling of an image reads (it keeps the input's size); write a whole number.",
  );
}
