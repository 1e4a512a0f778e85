import type { ConvGeometry } from "./conv-geometry";
import { paddedPlanes, reachesOutside } from "./padded-planes";
import { scratchOffsets } from "./scratch";
import { sweepFourTaps, sweepNineTaps, sweepOneTap } from "./tap-sweeps";

/**
 * y[n, o, i, j] = b[o] + Σ x[n, c, iS + uD − P, jS + vD − P]·w[o, c, u, v] over channels c of the filter's group
 * and taps (u, v). A filter's taps are one flat list, each an offset from the window's corner; taps are swept over
 * the output plane a few at a time, their weights held in registers.
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
  const channels = geometry.inChannels / groups;
  const filters = geometry.outChannels / groups;
  const taps = channels * height.kernel * width.kernel;
  const planes = reachesOutside(geometry) ? paddedPlanes(x, geometry) : undefined;
  const source = planes ? planes.data : x;
  const rowLength = planes ? planes.width : width.inSize;
  const planeSize = planes ? planes.height * planes.width : height.inSize * width.inSize;
  const offsets = tapOffsets(geometry, channels, planeSize, rowLength);
  const outSize = height.outSize * width.outSize;
  let filter = 0;
  let yFrom = 0;
  for (let part = 0; part < geometry.batch * groups; part++) {
    if (filter === geometry.outChannels) filter = 0;
    const xFrom = part * channels * planeSize;
    for (const end = filter + filters; filter < end; filter++) {
      sweepTaps(
        source,
        xFrom,
        offsets,
        taps,
        w,
        filter * taps,
        b ? b[filter]! : 0,
        geometry,
        rowLength,
        y,
        yFrom,
      );
      yFrom += outSize;
    }
  }
}

function sweepTaps(
  x: Float64Array,
  xFrom: number,
  offsets: Int32Array,
  taps: number,
  w: Float64Array,
  wFrom: number,
  bias: number,
  geometry: ConvGeometry,
  rowLength: number,
  y: Float64Array,
  yFrom: number,
): void {
  let tap = 0;
  for (; tap + 9 <= taps; tap += 9)
    sweepNineTaps(x, xFrom, offsets, tap, w, wFrom, bias, geometry, rowLength, y, yFrom);
  for (; tap + 4 <= taps; tap += 4)
    sweepFourTaps(x, xFrom, offsets, tap, w, wFrom, bias, geometry, rowLength, y, yFrom);
  for (; tap < taps; tap++)
    sweepOneTap(x, xFrom, offsets, tap, w, wFrom, bias, geometry, rowLength, y, yFrom);
}

function tapOffsets(
  geometry: ConvGeometry,
  channels: number,
  planeSize: number,
  rowLength: number,
): Int32Array {
  const { height, width } = geometry;
  const offsets = scratchOffsets(channels * height.kernel * width.kernel);
  let tap = 0;
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < height.kernel; u++) {
      let at = c * planeSize + u * height.dilation * rowLength;
      for (let v = 0; v < width.kernel; v++) {
        offsets[tap++] = at;
        at += width.dilation;
      }
    }
  }
  return offsets;
}
