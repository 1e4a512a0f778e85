import type { ConvPlan } from "./conv-plan";
import { paddedPlanes } from "./padded-planes";
import type { Sweep } from "./sweep";
import { dotTaps } from "./tap-dots";
import { gatherTaps } from "./tap-gather";
import { slideThreeTaps } from "./tap-slide";

/**
 * dw[o, c, u, v] = Σ dy[n, o, i, j]·x[n, c, iS + uD − P, jS + vD − P] over the batch and all output cells (i, j).
 * Writes all of dw and nothing else; checks nothing.
 */
export function correlateForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  if (plan.cells) gatherCells(source, dy, plan, plan.cells, dw);
  else dotPlanes(source, dy, plan, dw);
}

/** For small outputs: the kernel slides over dy's cells as, forward, the output slides over the kernel's taps. */
function gatherCells(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  cells: Sweep,
  dw: Float64Array,
): void {
  const { batch, inChannels, outChannels, groups } = plan.geometry;
  const channels = inChannels / groups;
  const kernelPlane = cells.rows * cells.columns;
  const slides = plan.slides && plan.geometry.width.outSize === 3;
  for (let n = 0; n < batch; n++) {
    let dwFrom = 0;
    for (let filter = 0; filter < outChannels; filter++) {
      const dyFrom = (n * outChannels + filter) * plan.outPlane;
      const group = Math.floor(filter / plan.groupFilters);
      let xFrom = (n * groups + group) * plan.groupSize;
      for (let c = 0; c < channels; c++) {
        if (slides && n === 0) {
          slideThreeTaps(x, xFrom, dy, dyFrom, cells, dw, dwFrom, 0);
        } else gatherTaps(x, xFrom, dy, dyFrom, cells, dw, dwFrom, n === 0 ? 0 : undefined);
        xFrom += plan.planeSize;
        dwFrom += kernelPlane;
      }
    }
  }
}

function dotPlanes(x: Float64Array, dy: Float64Array, plan: ConvPlan, dw: Float64Array): void {
  const { batch, groups } = plan.geometry;
  const { taps, groupFilters, groupSize, outPlane } = plan;
  const filterSize = taps.offsets.length;
  dw.fill(0);
  for (let part = 0; part < batch * groups; part++) {
    let dyFrom = part * groupFilters * outPlane;
    let filter = (part % groups) * groupFilters;
    const end = filter + groupFilters;
    for (; filter < end; filter++) {
      dotTaps(x, part * groupSize, dy, dyFrom, taps, dw, filter * filterSize);
      dyFrom += outPlane;
    }
  }
}
