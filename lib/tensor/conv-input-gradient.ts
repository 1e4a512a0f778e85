import type { ConvGeometry } from "./conv-geometry";
import { endInside, firstInside } from "./inside";

/**
 * dx[n, c, iS + uD − P, jS + vD − P] += dy[n, o, i, j]·w[o, c, u, v]: each output cell's gradient is spread over
 * the window it came from. This is also a transposed convolution's forward pass, where overlapping stamps add.
 * Writes all of dx and nothing else; checks nothing.
 */
export function spreadToInput(
  dy: Float64Array,
  w: Float64Array,
  geometry: ConvGeometry,
  dx: Float64Array,
): void {
  const { height, width, groups } = geometry;
  const groupChannels = geometry.inChannels / groups;
  const groupFilters = geometry.outChannels / groups;
  const groupSize = groupChannels * height.inSize * width.inSize;
  const planeSize = height.outSize * width.outSize;
  dx.fill(0);
  for (let part = 0; part < geometry.batch * groups; part++) {
    const firstFilter = (part % groups) * groupFilters;
    const dyFrom = part * groupFilters * planeSize;
    let filter = 0;
    for (; filter + 4 <= groupFilters; filter += 4) {
      const from = dyFrom + filter * planeSize;
      spreadFour(dy, from, w, firstFilter + filter, geometry, dx, part * groupSize);
    }
    for (; filter < groupFilters; filter++) {
      const from = dyFrom + filter * planeSize;
      spreadOne(dy, from, w, firstFilter + filter, geometry, dx, part * groupSize);
    }
  }
}

function spreadOne(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  filter: number,
  geometry: ConvGeometry,
  dx: Float64Array,
  dxFrom: number,
): void {
  const { height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inWidth = width.inSize;
  const outWidth = width.outSize;
  const strideWidth = width.stride;
  let wAt = filter * channels * height.kernel * width.kernel;
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < height.kernel; u++) {
      const top = u * height.dilation - height.padBefore;
      const firstRow = firstInside(top, height.stride);
      const endRow = endInside(top, height.stride, height.outSize, height.inSize);
      for (let v = 0; v < width.kernel; v++) {
        const weight = w[wAt++]!;
        const left = v * width.dilation - width.padBefore;
        const firstColumn = firstInside(left, strideWidth);
        const endColumn = endInside(left, strideWidth, outWidth, inWidth);
        for (let i = firstRow; i < endRow; i++) {
          const row = (c * height.inSize + top + i * height.stride) * inWidth + left;
          const dyRow = dyFrom + i * outWidth;
          let dxAt = dxFrom + row + firstColumn * strideWidth;
          for (let dyAt = dyRow + firstColumn; dyAt < dyRow + endColumn; dyAt++) {
            dx[dxAt]! += weight * dy[dyAt]!;
            dxAt += strideWidth;
          }
        }
      }
    }
  }
}

/** As `spreadOne`, for four neighbouring filters at once: each input cell is written once for the four of them. */
function spreadFour(
  dy: Float64Array,
  dyFrom: number,
  w: Float64Array,
  filter: number,
  geometry: ConvGeometry,
  dx: Float64Array,
  dxFrom: number,
): void {
  const { height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const inWidth = width.inSize;
  const outWidth = width.outSize;
  const strideWidth = width.stride;
  const filterSize = channels * height.kernel * width.kernel;
  const planeSize = height.outSize * outWidth;
  let wAt = filter * filterSize;
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < height.kernel; u++) {
      const top = u * height.dilation - height.padBefore;
      const firstRow = firstInside(top, height.stride);
      const endRow = endInside(top, height.stride, height.outSize, height.inSize);
      for (let v = 0; v < width.kernel; v++) {
        const weight0 = w[wAt]!;
        const weight1 = w[wAt + filterSize]!;
        const weight2 = w[wAt + 2 * filterSize]!;
        const weight3 = w[wAt + 3 * filterSize]!;
        wAt++;
        const left = v * width.dilation - width.padBefore;
        const firstColumn = firstInside(left, strideWidth);
        const endColumn = endInside(left, strideWidth, outWidth, inWidth);
        for (let i = firstRow; i < endRow; i++) {
          const row = (c * height.inSize + top + i * height.stride) * inWidth + left;
          const dyRow = dyFrom + i * outWidth;
          let dxAt = dxFrom + row + firstColumn * strideWidth;
          for (let dyAt = dyRow + firstColumn; dyAt < dyRow + endColumn; dyAt++) {
            dx[dxAt]! +=
              weight0 * dy[dyAt]! +
              weight1 * dy[dyAt + planeSize]! +
              weight2 * dy[dyAt + 2 * planeSize]! +
              weight3 * dy[dyAt + 3 * planeSize]!;
            dxAt += strideWidth;
          }
        }
      }
    }
  }
}
