/**
 * The three passes of a convolution by Winograd's F(4×4, 3×3): inputs, filters and outputs are taken to 36 points a tile,
 * where the convolution is, for each point, a product of matrices (filters × channels by channels × tiles), and a quarter
 * of the multiplications remains. The ways back go through the transposes of the same transforms.
 *
 * Bounds: filters and tiles are taken in blocks that fit the panels of `gemm/panels.ts`. Results differ from the sums as
 * they are written down by rounding alone, some 10⁻¹⁵ of the largest value; whole numbers are rounded too, so
 * `large-passes.ts` goes other ways where all values are whole.
 *
 * @see Lavin and Gray, Fast algorithms for convolutional neural networks (2016), arXiv:1509.09308
 */
import { areFinite } from "../are-finite";
import type { ConvPlan } from "../conv-plan";
import { panelsForProducts } from "../gemm/panels";
import { filterBlocks, tileBlocks } from "./blocks";
import { filtersToPoints, pointsToFilters } from "./filters";
import { inputsToPoints, pointsToInputs } from "./inputs";
import { outputsToPoints, pointsToOutputs } from "./outputs";
import { addPlanes, drawnPlanes, emptyPlanes } from "./planes";
import { type PointMatrices, matricesIn, multiplyPoints } from "./points";
import type { Tiling } from "./tiling";

/**
 * As `gatherForward`: writes all of y and nothing else; checks nothing. Whether all of y is finite: a point mixes the
 * values of a tile, so that one that is not may spoil others.
 */
export function tileForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  tiling: Tiling,
  y: Float64Array,
): boolean {
  const panels = panelsForProducts();
  let allFinite = true;
  for (const filters of filterBlocks(plan, tiling)) {
    const u = matricesIn(panels.rows, filters.count, tiling.channels);
    filtersToPoints(w, tiling, filters, u, "by filter");
    for (const image of filters.images) {
      const planes = drawnPlanes(x, tiling, image);
      for (const tiles of tileBlocks(tiling, filters, image)) {
        const v = matricesIn(panels.columns, tiles.count, tiling.channels);
        inputsToPoints(planes, tiling, tiles, v, "by tile");
        allFinite = pointsToOutputs(multiplyPoints(panels, u, v), b, tiling, tiles, y) && allFinite;
      }
    }
  }
  return allFinite;
}

/** As `spreadToInput`. Whether all of dx is finite. */
export function tileToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  tiling: Tiling,
  dx: Float64Array,
): boolean {
  const panels = panelsForProducts();
  dx.fill(0);
  for (const filters of filterBlocks(plan, tiling)) {
    const u = matricesIn(panels.rows, tiling.channels, filters.count);
    filtersToPoints(w, tiling, filters, u, "by channel");
    for (const image of filters.images) {
      const planes = emptyPlanes(tiling);
      for (const tiles of tileBlocks(tiling, filters, image)) {
        const m = matricesIn(panels.columns, tiles.count, filters.count);
        outputsToPoints(dy, tiling, tiles, m, "by tile");
        pointsToInputs(multiplyPoints(panels, u, m), tiling, tiles, planes);
      }
      addPlanes(planes, tiling, image, dx);
    }
  }
  return areFinite(dx);
}

/** As `correlateForWeights`. Whether all of dw is finite. */
export function tileForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  tiling: Tiling,
  dw: Float64Array,
): boolean {
  const panels = panelsForProducts();
  for (const filters of filterBlocks(plan, tiling)) {
    let sums: PointMatrices | undefined;
    for (const image of filters.images) {
      const planes = drawnPlanes(x, tiling, image);
      for (const tiles of tileBlocks(tiling, filters, image)) {
        const m = matricesIn(panels.rows, filters.count, tiles.count);
        const v = matricesIn(panels.columns, tiling.channels, tiles.count);
        outputsToPoints(dy, tiling, tiles, m, "by filter");
        inputsToPoints(planes, tiling, tiles, v, "by channel");
        sums = multiplyPoints(panels, m, v, sums !== undefined);
      }
    }
    if (sums) pointsToFilters(sums, tiling, filters, dw);
  }
  return areFinite(dw);
}
