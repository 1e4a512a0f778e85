import type { ConvPlan } from "./conv-plan";
import { paddedPlanes } from "./padded-planes";
import { gatherTaps } from "./tap-gather";
import { slideThreeTaps } from "./tap-slide";

/**
 * y[n, o, i, j] = b[o] + Σ x[n, c, iS + uD − P, jS + vD − P]·w[o, c, u, v] over channels c of the filter's group
 * and taps (u, v). Padding is drawn in as zeros beforehand, so that no loop asks where the input ends.
 * Writes all of y and nothing else; checks nothing.
 */
export function gatherForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const { batch, groups } = plan.geometry;
  const { groupFilters, groupSize, outPlane } = plan;
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  for (let part = 0; part < batch * groups; part++) {
    const yFrom = part * groupFilters * outPlane;
    const filter = (part % groups) * groupFilters;
    if (plan.slides) slideGroup(source, part * groupSize, w, filter, b, plan, y, yFrom);
    else gatherGroup(source, part * groupSize, w, filter, b, plan, y, yFrom);
  }
}

function gatherGroup(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  first: number,
  b: Float64Array | undefined,
  { taps, groupFilters, outPlane }: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  for (let index = 0; index < groupFilters; index++) {
    const filter = first + index;
    const bias = b === undefined ? 0 : b[filter]!;
    gatherTaps(x, xFrom, w, filter * taps.offsets.length, taps, y, yFrom + index * outPlane, bias);
  }
}

/** Filters two by two; the last of an odd number is computed together with itself. */
function slideGroup(
  x: Float64Array,
  xFrom: number,
  w: Float64Array,
  first: number,
  b: Float64Array | undefined,
  { taps, groupFilters, outPlane }: ConvPlan,
  y: Float64Array,
  yFrom: number,
): void {
  const filterSize = taps.offsets.length;
  for (let index = 0; index < groupFilters; index += 2) {
    const next = index + 1 < groupFilters ? index + 1 : index;
    slideThreeTaps(
      x,
      xFrom,
      w,
      (first + index) * filterSize,
      (first + next) * filterSize,
      taps,
      y,
      yFrom + index * outPlane,
      yFrom + next * outPlane,
      b === undefined ? 0 : b[first + index]!,
      b === undefined ? 0 : b[first + next]!,
    );
  }
}
