import type { ConvGeometry } from "./conv-geometry";
import { endInside, firstInside } from "./inside";

/**
 * dw[o, c, u, v] = Σ dy[n, o, i, j]·x[n, c, iS + uD − P, jS + vD − P] over the batch and all output cells (i, j)
 * whose tap (u, v) lies on the input. Writes all of dw and nothing else; checks nothing.
 */
export function correlateForWeights(
  x: Float64Array,
  dy: Float64Array,
  geometry: ConvGeometry,
  dw: Float64Array,
): void {
  const groupFilters = geometry.outChannels / geometry.groups;
  for (let group = 0; group < geometry.groups; group++) {
    let filter = group * groupFilters;
    const end = filter + groupFilters;
    for (; filter + 4 <= end; filter += 4) fourFilters(x, dy, group, filter, geometry, dw);
    for (; filter < end; filter++) oneFilter(x, dy, group, filter, geometry, dw);
  }
}

function oneFilter(
  x: Float64Array,
  dy: Float64Array,
  group: number,
  filter: number,
  geometry: ConvGeometry,
  dw: Float64Array,
): void {
  const { batch, height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inWidth = width.inSize;
  const outWidth = width.outSize;
  const strideWidth = width.stride;
  const planeSize = height.outSize * outWidth;
  let at = filter * channels * height.kernel * width.kernel;
  for (let c = 0; c < channels; c++) {
    const channel = group * channels + c;
    for (let u = 0; u < height.kernel; u++) {
      const top = u * height.dilation - height.padBefore;
      const firstRow = firstInside(top, height.stride);
      const endRow = endInside(top, height.stride, height.outSize, height.inSize);
      for (let v = 0; v < width.kernel; v++) {
        const left = v * width.dilation - width.padBefore;
        const firstColumn = firstInside(left, strideWidth);
        const endColumn = endInside(left, strideWidth, outWidth, inWidth);
        let sum = 0;
        for (let n = 0; n < batch; n++) {
          const xRows = (n * geometry.inChannels + channel) * height.inSize + top;
          const dyFrom = (n * geometry.outChannels + filter) * planeSize;
          for (let i = firstRow; i < endRow; i++) {
            const dyRow = dyFrom + i * outWidth;
            let xAt = (xRows + i * height.stride) * inWidth + left + firstColumn * strideWidth;
            for (let dyAt = dyRow + firstColumn; dyAt < dyRow + endColumn; dyAt++) {
              sum += x[xAt]! * dy[dyAt]!;
              xAt += strideWidth;
            }
          }
        }
        dw[at++] = sum;
      }
    }
  }
}

/** As `oneFilter`, for four neighbouring filters at once: each input value is read once for the four of them. */
function fourFilters(
  x: Float64Array,
  dy: Float64Array,
  group: number,
  filter: number,
  geometry: ConvGeometry,
  dw: Float64Array,
): void {
  const { batch, height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inWidth = width.inSize;
  const outWidth = width.outSize;
  const strideWidth = width.stride;
  const planeSize = height.outSize * outWidth;
  const filterSize = channels * height.kernel * width.kernel;
  let at = filter * filterSize;
  for (let c = 0; c < channels; c++) {
    const channel = group * channels + c;
    for (let u = 0; u < height.kernel; u++) {
      const top = u * height.dilation - height.padBefore;
      const firstRow = firstInside(top, height.stride);
      const endRow = endInside(top, height.stride, height.outSize, height.inSize);
      for (let v = 0; v < width.kernel; v++) {
        const left = v * width.dilation - width.padBefore;
        const firstColumn = firstInside(left, strideWidth);
        const endColumn = endInside(left, strideWidth, outWidth, inWidth);
        let sum0 = 0;
        let sum1 = 0;
        let sum2 = 0;
        let sum3 = 0;
        for (let n = 0; n < batch; n++) {
          const xRows = (n * geometry.inChannels + channel) * height.inSize + top;
          const dyFrom = (n * geometry.outChannels + filter) * planeSize;
          for (let i = firstRow; i < endRow; i++) {
            const dyRow = dyFrom + i * outWidth;
            let xAt = (xRows + i * height.stride) * inWidth + left + firstColumn * strideWidth;
            for (let dyAt = dyRow + firstColumn; dyAt < dyRow + endColumn; dyAt++) {
              const value = x[xAt]!;
              sum0 += value * dy[dyAt]!;
              sum1 += value * dy[dyAt + planeSize]!;
              sum2 += value * dy[dyAt + 2 * planeSize]!;
              sum3 += value * dy[dyAt + 3 * planeSize]!;
              xAt += strideWidth;
            }
          }
        }
        dw[at] = sum0;
        dw[at + filterSize] = sum1;
        dw[at + 2 * filterSize] = sum2;
        dw[at + 3 * filterSize] = sum3;
        at++;
      }
    }
  }
}
