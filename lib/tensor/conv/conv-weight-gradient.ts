import type { ConvPlan } from "./conv-plan";
import { paddedPlanes } from "./padded-planes";
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
  if (plan.slidesBack) slideCells(source, dy, plan, dw);
  else gatherCells(source, dy, plan, dw);
}

/** The kernel slides over dy's cells as, forward, the output slides over the kernel's taps. */
function gatherCells(x: Float64Array, dy: Float64Array, plan: ConvPlan, dw: Float64Array): void {
  const { batch, groups, outChannels } = plan.geometry;
  const { cells, groupChannels, groupFilters, groupSize, outPlane, planeSize } = plan;
  const kernelPlane = cells.rows * cells.columns;
  for (let n = 0; n < batch; n++) {
    for (let filter = 0; filter < outChannels; filter++) {
      const group = Math.floor(filter / groupFilters);
      const xFrom = (n * groups + group) * groupSize;
      const dyFrom = (n * outChannels + filter) * outPlane;
      const start = n === 0 ? 0 : undefined;
      for (let c = 0; c < groupChannels; c++) {
        const dwFrom = (filter * groupChannels + c) * kernelPlane;
        gatherTaps(x, xFrom + c * planeSize, dy, dyFrom, cells, dw, dwFrom, start);
      }
    }
  }
}

/** As `gatherCells`, for one batch: two filters over each channel. */
function slideCells(x: Float64Array, dy: Float64Array, plan: ConvPlan, dw: Float64Array): void {
  const { groups } = plan.geometry;
  const { cells, groupChannels, groupFilters, groupSize, outPlane, planeSize } = plan;
  const kernelPlane = cells.rows * cells.columns;
  const filterSize = groupChannels * kernelPlane;
  for (let group = 0; group < groups; group++) {
    const end = (group + 1) * groupFilters;
    for (let filter = group * groupFilters; filter < end; filter += 2) {
      const next = filter + 1 < end ? filter + 1 : filter;
      for (let c = 0; c < groupChannels; c++) {
        const xFrom = group * groupSize + c * planeSize;
        const dwFrom = filter * filterSize + c * kernelPlane;
        const dwNext = next * filterSize + c * kernelPlane;
        slideThreeTaps(
          x,
          xFrom,
          dy,
          filter * outPlane,
          next * outPlane,
          cells,
          dw,
          dwFrom,
          dwNext,
          0,
          0,
        );
      }
    }
  }
}
