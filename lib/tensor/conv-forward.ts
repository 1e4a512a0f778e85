import type { ConvPlan } from "./conv-plan";
import { paddedPlanes } from "./padded-planes";
import { sweepFourTaps, sweepNineTaps, sweepOneTap } from "./tap-sweeps";

/**
 * y[n, o, i, j] = b[o] + Σ x[n, c, iS + uD − P, jS + vD − P]·w[o, c, u, v] over channels c of the filter's group
 * and taps (u, v). A filter's taps are one flat list, each an offset from the window's corner; they are swept over
 * the output plane a few at a time, their weights held in registers. Padding is drawn in as zeros beforehand, so
 * that no loop asks where the input ends.
 * Writes all of y and nothing else; checks nothing.
 */
export function gatherForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const { batch, inChannels, outChannels, groups } = plan.geometry;
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  const groupSize = (inChannels / groups) * plan.planeSize;
  const groupFilters = outChannels / groups;
  const outSize = plan.geometry.height.outSize * plan.geometry.width.outSize;
  let yFrom = 0;
  for (let part = 0; part < batch * groups; part++) {
    const firstFilter = (part % groups) * groupFilters;
    for (let filter = firstFilter; filter < firstFilter + groupFilters; filter++) {
      sweepFilter(source, part * groupSize, w, filter, b ? b[filter]! : 0, plan, y, yFrom);
      yFrom += outSize;
    }
  }
}

function sweepFilter(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  filter: number,
  bias: number,
  plan: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  const taps = plan.tapOffsets.length;
  const wFrom = filter * taps;
  let tap = 0;
  for (; tap + 9 <= taps; tap += 9) sweepNineTaps(x, xFrom, w, wFrom, tap, bias, plan, y, yFrom);
  for (; tap + 4 <= taps; tap += 4) sweepFourTaps(x, xFrom, w, wFrom, tap, bias, plan, y, yFrom);
  for (; tap < taps; tap++) sweepOneTap(x, xFrom, w, wFrom, tap, bias, plan, y, yFrom);
}
