import { type Pair, KernelError } from "@/lib/tensor";
import type { Conventions, Op, Params } from "./question";

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

/** Parameters in which adaptive pooling may still keep a size of its input's. */
export type OpenParams = Omit<Params, "output_size"> & { readonly output_size?: OutputSize };

/**
 * The same with the output's size in numbers, for an input of this shape.
 *
 * @throws KernelError ERR_NUMBER for a null that keeps no size
 * @example filledParams("adaptive_avg_pool2d", { output_size: [null, 3] }, [5, 4], "nchw") // { output_size: [5, 3] }
 */
export function filledParams(
  op: Op,
  { output_size, ...others }: OpenParams,
  shape: readonly number[],
  layout: Conventions["layout"],
): Params {
  if (output_size === undefined) return others;
  const plane = layout === "nhwc" && shape.length > 2 ? shape.slice(-3, -1) : shape.slice(-2);
  const size = filledSize(output_size, op.startsWith("adaptive") ? plane : []);
  return { ...others, output_size: size };
}

function kept(size: number | null, arriving: number | undefined): number {
  const filled = size ?? arriving;
  if (filled !== undefined) return filled;
  throw new KernelError(
    "ERR_NUMBER",
    "output_size holds null, which only adaptive pooling of an image reads (it keeps the input's size); write a whole number.",
  );
}
