import { type Tensor, KernelError, zeros } from "@/lib/tensor";
import type { Conventions } from "../question";
import { showShape } from "../sizes";

/** N×C×H×W. */
export type ImageShape = readonly [batch: number, channels: number, height: number, width: number];

type Layout = Conventions["layout"];

const FORMS: Record<Layout, string> = {
  nchw: "H×W, C×H×W or N×C×H×W",
  nhwc: "H×W, H×W×C or N×H×W×C",
};

/**
 * A shape of rank 2, 3 or 4 as N×C×H×W: what is absent is 1.
 *
 * @throws KernelError ERR_SHAPE for any other rank
 * @example imageShape([32, 32, 3], "nhwc", "x") // [1, 3, 32, 32]
 */
export function imageShape(shape: readonly number[], layout: Layout, name: string): ImageShape {
  const [a, b, c, d] = shape;
  if (a !== undefined && b !== undefined && shape.length <= 4) {
    if (c === undefined) return [1, 1, a, b];
    if (d === undefined) return layout === "nchw" ? [1, a, b, c] : [1, c, a, b];
    return layout === "nchw" ? [a, b, c, d] : [a, d, b, c];
  }
  throw new KernelError(
    "ERR_SHAPE",
    `${name} has the shape ${showShape(shape)} of rank ${shape.length}; images are written as ${FORMS[layout]}.`,
  );
}

/**
 * N×C×H×W in the rank of the images that it goes with: of one plane a plane, or C×H×W where there
 * are several channels.
 *
 * @example loweredShape([1, 10, 32, 32], 3, "nhwc") // [32, 32, 10]
 */
export function loweredShape(shape: ImageShape, rank: number, layout: Layout): readonly number[] {
  const [batch, channels, height, width] = shape;
  if (rank === 2 && channels === 1) return [height, width];
  const image = layout === "nchw" ? [channels, height, width] : [height, width, channels];
  return rank === 4 ? [batch, ...image] : image;
}

/** The tensor as N×C×H×W. @throws KernelError ERR_SHAPE */
export function liftImage(source: Tensor, layout: Layout, name: string): Tensor {
  const shape = imageShape(source.shape, layout, name);
  if (layout === "nchw" || source.shape.length === 2) return { shape, data: source.data };
  const [batch, channels, height, width] = shape;
  return transposed(source, shape, batch, height * width, channels);
}

/** A tensor of N×C×H×W in the rank and the layout of the question. */
export function lowerImage(source: Tensor, rank: number, layout: Layout): Tensor {
  const from = imageShape(source.shape, "nchw", "y");
  const shape = loweredShape(from, rank, layout);
  if (layout === "nchw" || shape.length === 2) return { shape, data: source.data };
  const [batch, channels, height, width] = from;
  return transposed(source, shape, batch, channels, height * width);
}

/** Every `rows` × `columns` block of the batch turned over its diagonal. */
function transposed(
  source: Tensor,
  shape: readonly number[],
  batch: number,
  rows: number,
  columns: number,
): Tensor {
  const result = zeros(shape);
  const block = rows * columns;
  for (let start = 0; start < batch * block; start += block) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        result.data[start + column * rows + row] =
          source.data[start + row * columns + column] ?? Number.NaN;
      }
    }
  }
  return result;
}
