import { type Tensor, zeros } from "@/lib/tensor";
import type { Layer } from "../network";
import type { Passing } from "./layer-pass";

/** For each cell of a plane of the output, in order, the cell of the example that moves there; −1 leaves a 0. */
type SourcesOf = (
  inShape: readonly number[],
  outShape: readonly number[],
  layer: Layer,
) => Int32Array;

/**
 * A layer that moves the cells of each example to other places: y[i] = x[source(i)], or 0. Going back, every gradient
 * is added to the cell that its value came from.
 */
export function moved(sourcesOf: SourcesOf): Passing {
  return ({ xs: [x], layer, outShape }) => {
    const sources = sourcesOf(x.shape, outShape, layer);
    return {
      y: taken(x, sources, outShape),
      gradients: (dy) => ({ xs: [givenBack(dy, sources, x.shape)], weights: {} }),
    };
  };
}

function taken(x: Tensor, sources: Int32Array, shape: readonly number[]): Tensor {
  const y = zeros(shape);
  const size = x.data.length / (shape[0] ?? 1);
  for (let start = 0, out = 0; out < y.data.length; start += size) {
    for (const source of sources) {
      y.data[out++] = source < 0 ? 0 : (x.data[start + source] ?? Number.NaN);
    }
  }
  return y;
}

function givenBack(dy: Tensor, sources: Int32Array, shape: readonly number[]): Tensor {
  const dx = zeros(shape);
  const size = dx.data.length / (shape[0] ?? 1);
  for (let start = 0, out = 0; out < dy.data.length; start += size) {
    for (const source of sources) {
      const gradient = dy.data[out++] ?? Number.NaN;
      if (source >= 0) dx.data[start + source]! += gradient;
    }
  }
  return dx;
}

/**
 * The sources of an image, cell by cell.
 *
 * @param sourceAt the cell that moves to channel c, row i and column j, or −1
 * @example sourcesByCell([1, 1, 1, 2], (c, i, j) => 1 - j) // Int32Array [1, 0]
 */
export function sourcesByCell(
  [, channels = 1, height = 1, width = 1]: readonly number[],
  sourceAt: (channel: number, row: number, column: number) => number,
): Int32Array {
  const sources = new Int32Array(channels * height * width);
  let next = 0;
  for (let channel = 0; channel < channels; channel++) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        sources[next++] = sourceAt(channel, row, column);
      }
    }
  }
  return sources;
}
