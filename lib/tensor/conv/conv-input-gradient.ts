import { clear } from "./clear";
import type { ConvPlan } from "./conv-plan";
import { cropPadding, emptyPlanes } from "./padded-planes";
import { spreadTaps } from "./tap-spread";

/**
 * dx[n, c, iS + uD − P, jS + vD − P] += dy[n, o, i, j]·w[o, c, u, v]: each output cell's gradient is spread over
 * the window it came from, padding included, which is cropped at the end. This is also a transposed convolution's
 * forward pass, where overlapping stamps add.
 * Writes all of dx and nothing else; checks nothing.
 */
export function spreadToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  const { batch, groups } = plan.geometry;
  const { taps, groupFilters, groupSize, outPlane } = plan;
  const target = plan.padded ? emptyPlanes(plan) : dx;
  clear(dx, dx.length);
  for (let part = 0; part < batch * groups; part++) {
    let dyFrom = part * groupFilters * outPlane;
    let filter = (part % groups) * groupFilters;
    const end = filter + groupFilters;
    for (; filter < end; filter++) {
      spreadTaps(dy, dyFrom, w, filter * taps.offsets.length, taps, target, part * groupSize);
      dyFrom += outPlane;
    }
  }
  if (plan.padded) cropPadding(target, plan, dx);
}
