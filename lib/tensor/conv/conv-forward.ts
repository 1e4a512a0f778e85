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
  const { taps, slides, groupFilters, groupSize, outPlane } = plan;
  const filterSize = taps.offsets.length;
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  let xFrom = 0;
  let yFrom = 0;
  for (let n = 0; n < batch; n++) {
    let filter = 0;
    for (let group = 0; group < groups; group++) {
      for (const end = filter + groupFilters; filter < end; filter++) {
        const bias = b === undefined ? 0 : b[filter]!;
        const wFrom = filter * filterSize;
        if (slides) slideThreeTaps(source, xFrom, w, wFrom, taps, y, yFrom, bias);
        else gatherTaps(source, xFrom, w, wFrom, taps, y, yFrom, bias);
        yFrom += outPlane;
      }
      xFrom += groupSize;
    }
  }
}
