import { KernelError } from "../errors";
import { expectOutputGradient, expectShape, imageShape } from "../expect";
import { refuseOutside } from "./max-pool2d";
import { type Tensor, zeros } from "../tensor";
import { wholeNumber } from "../window";

/** What becomes of two values with the same index: the later one in row-major order stays, or they add. */
export type Overlap = "overwrite" | "sum";

/**
 * Max unpooling: every value goes back to the cell that its maximum came from, all other cells are 0,
 * y[n, c, indices[n, c, i, j]] = x[n, c, i, j]. A repeated index overwrites (PyTorch) or sums.
 * x and indices: N×C×h×w; y: N×C×H×W with [H, W] = outputSize; indices count within one H×W plane.
 *
 * @throws KernelError ERR_SHAPE, ERR_NUMBER, or ERR_INDEX for an index outside the plane
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool2d.html
 * @example maxUnpool2d(tensor([1, 1, 1, 1], [7]), tensor([1, 1, 1, 1], [3]), [2, 2]).data // [0, 0, 0, 7]
 */
export function maxUnpool2d(
  x: Tensor,
  indices: Tensor,
  outputSize: readonly [height: number, width: number],
  overlap: Overlap = "overwrite",
): Tensor {
  const { batch, channels, area: inArea } = imageShape(x.shape, "The input x");
  expectShape(indices.shape, x.shape, "indices", "one index for each value of x");
  const outHeight = wholeNumber(outputSize[0], 1, "output_size along the height");
  const outWidth = wholeNumber(outputSize[1], 1, "output_size along the width");
  const y = zeros([batch, channels, outHeight, outWidth]);
  const outArea = outHeight * outWidth;
  for (let input = 0; input < x.data.length; input++) {
    const index = indices.data[input]!;
    refuseOutside(index, outArea);
    const cell = Math.floor(input / inArea) * outArea + index;
    y.data[cell] = overlap === "sum" ? y.data[cell]! + x.data[input]! : x.data[input]!;
  }
  return y;
}

/**
 * Back through max unpooling: ∂L/∂X[n, c, i, j] = ∂L/∂Y[n, c, indices[n, c, i, j]], for every recorded index,
 * also where a repeated one was overwritten (as PyTorch does).
 *
 * @throws KernelError ERR_SHAPE, ERR_GRADIENT or ERR_INDEX
 * @example maxUnpool2dGradient(tensor([1, 1, 2, 2], [1, 2, 3, 4]), tensor([1, 1, 1, 1], [3])).data // [4]
 */
export function maxUnpool2dGradient(dy: Tensor, indices: Tensor): Tensor {
  const { batch, channels, area: inArea } = imageShape(indices.shape, "indices");
  if (dy.shape.length !== 4) {
    throw new KernelError(
      "ERR_GRADIENT",
      `The gradient ∂L/∂Y has the shape [${dy.shape.join(", ")}]; [${batch}, ${channels}, H, W] of the unpooled output would fit.`,
    );
  }
  const [, , outHeight = 0, outWidth = 0] = dy.shape;
  expectOutputGradient(dy, [batch, channels, outHeight, outWidth]);
  const dx = zeros(indices.shape);
  const outArea = outHeight * outWidth;
  for (let input = 0; input < dx.data.length; input++) {
    const index = indices.data[input]!;
    refuseOutside(index, outArea);
    dx.data[input] = dy.data[Math.floor(input / inArea) * outArea + index]!;
  }
  return dx;
}
