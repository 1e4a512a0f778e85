import type { ConvGeometry } from "./conv-geometry";
import { endInside, firstInside } from "./inside";

/**
 * y[n, o, i, j] = b[o] + Σ x[n, c, iS + uD − P, jS + vD − P]·w[o, c, u, v] over channels c of the filter's group
 * and taps (u, v): every output cell gathers what its window meets. Taps on padding are left out, not multiplied by 0.
 * Writes all of y and nothing else; checks nothing.
 */
export function gatherForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  geometry: ConvGeometry,
  y: Float64Array,
): void {
  const { height, width, groups } = geometry;
  const groupChannels = geometry.inChannels / groups;
  const groupFilters = geometry.outChannels / groups;
  const groupSize = groupChannels * height.inSize * width.inSize;
  const filterSize = groupChannels * height.kernel * width.kernel;
  const planeSize = height.outSize * width.outSize;
  let filter = 0;
  for (let part = 0; part < geometry.batch * groups; part++) {
    if (filter === geometry.outChannels) filter = 0;
    const end = filter + groupFilters;
    const xFrom = part * groupSize;
    let yFrom = part * groupFilters * planeSize;
    for (; filter + 4 <= end; filter += 4) {
      fourFilters(x, xFrom, w, filter * filterSize, b, filter, geometry, y, yFrom);
      yFrom += 4 * planeSize;
    }
    for (; filter < end; filter++) {
      oneFilter(x, xFrom, w, filter * filterSize, b ? b[filter]! : 0, geometry, y, yFrom);
      yFrom += planeSize;
    }
  }
}

function oneFilter(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  bias: number,
  geometry: ConvGeometry,
  y: Float64Array,
  yFrom: number,
): void {
  const { height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inHeight = height.inSize;
  const inWidth = width.inSize;
  const kernelHeight = height.kernel;
  const kernelWidth = width.kernel;
  const dilationHeight = height.dilation;
  const dilationWidth = width.dilation;
  let at = yFrom;
  for (let i = 0; i < height.outSize; i++) {
    const top = i * height.stride - height.padBefore;
    const firstRow = firstInside(top, dilationHeight);
    const endRow = endInside(top, dilationHeight, kernelHeight, inHeight);
    for (let j = 0; j < width.outSize; j++) {
      const left = j * width.stride - width.padBefore;
      const firstColumn = firstInside(left, dilationWidth);
      const endColumn = endInside(left, dilationWidth, kernelWidth, inWidth);
      let sum = bias;
      for (let c = 0; c < channels; c++) {
        for (let u = firstRow; u < endRow; u++) {
          const row = (c * inHeight + top + u * dilationHeight) * inWidth + left;
          let xAt = xFrom + row + firstColumn * dilationWidth;
          const wRow = wFrom + (c * kernelHeight + u) * kernelWidth;
          for (let v = firstColumn; v < endColumn; v++) {
            sum += x[xAt]! * w[wRow + v]!;
            xAt += dilationWidth;
          }
        }
      }
      y[at++] = sum;
    }
  }
}

/** As `oneFilter`, for four neighbouring filters at once: each input value is read once for the four of them. */
function fourFilters(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  wFrom: number,
  b: Float64Array | undefined,
  filter: number,
  geometry: ConvGeometry,
  y: Float64Array,
  yFrom: number,
): void {
  const { height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inHeight = height.inSize;
  const inWidth = width.inSize;
  const kernelHeight = height.kernel;
  const kernelWidth = width.kernel;
  const dilationHeight = height.dilation;
  const dilationWidth = width.dilation;
  const filterSize = channels * kernelHeight * kernelWidth;
  const planeSize = height.outSize * width.outSize;
  const [bias0, bias1, bias2, bias3] = [0, 1, 2, 3].map((k) => (b ? b[filter + k]! : 0));
  let at = yFrom;
  for (let i = 0; i < height.outSize; i++) {
    const top = i * height.stride - height.padBefore;
    const firstRow = firstInside(top, dilationHeight);
    const endRow = endInside(top, dilationHeight, kernelHeight, inHeight);
    for (let j = 0; j < width.outSize; j++) {
      const left = j * width.stride - width.padBefore;
      const firstColumn = firstInside(left, dilationWidth);
      const endColumn = endInside(left, dilationWidth, kernelWidth, inWidth);
      let sum0 = bias0!;
      let sum1 = bias1!;
      let sum2 = bias2!;
      let sum3 = bias3!;
      for (let c = 0; c < channels; c++) {
        for (let u = firstRow; u < endRow; u++) {
          const row = (c * inHeight + top + u * dilationHeight) * inWidth + left;
          let xAt = xFrom + row + firstColumn * dilationWidth;
          const wRow = wFrom + (c * kernelHeight + u) * kernelWidth;
          for (let wAt = wRow + firstColumn; wAt < wRow + endColumn; wAt++) {
            const value = x[xAt]!;
            sum0 += value * w[wAt]!;
            sum1 += value * w[wAt + filterSize]!;
            sum2 += value * w[wAt + 2 * filterSize]!;
            sum3 += value * w[wAt + 3 * filterSize]!;
            xAt += dilationWidth;
          }
        }
      }
      y[at] = sum0;
      y[at + planeSize] = sum1;
      y[at + 2 * planeSize] = sum2;
      y[at + 3 * planeSize] = sum3;
      at++;
    }
  }
}
