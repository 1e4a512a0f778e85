import type { ConvPlan } from "./conv-plan";
import { paddedPlanes } from "./padded-planes";
import { gatherTaps } from "./tap-gather";

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
  const { taps, groupFilters, groupSize, outPlane } = plan;
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  let yFrom = 0;
  for (let part = 0; part < batch * groups; part++) {
    const firstFilter = (part % groups) * groupFilters;
    for (let filter = firstFilter; filter < firstFilter + groupFilters; filter++) {
      const wFrom = filter * taps.offsets.length;
      gatherTaps(source, part * groupSize, w, wFrom, taps, y, yFrom, b ? b[filter]! : 0);
      yFrom += outPlane;
    }
  }
}
