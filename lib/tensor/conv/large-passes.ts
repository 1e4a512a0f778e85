/**
 * The passes of a convolution that does not slide: streaming columns, Winograd's tiles or products of matrices, as
 * its plan has chosen. Whole numbers are never taken to Winograd's points, where they would be rounded: their results are
 * exact to the bit. What comes back from there infinite or NaN is computed again as it is written down, since a point
 * mixes all values of a tile.
 */
import type { ConvPlan } from "./conv-plan";
import {
  depthwiseForWeights,
  depthwiseForward,
  depthwiseToInput,
} from "./depthwise/depthwise-passes";
import { multiplyForWeights, multiplyForward, multiplyToInput } from "./gemm/conv-products";
import { tileForWeights, tileForward, tileToInput } from "./winograd/winograd-passes";

/** As `forwardPass`. */
export function largeForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const { way } = plan;
  if (way.kind === "stream") return depthwiseForward(x, w, b, plan, y);
  if (way.kind === "tile" && !areWhole(x, w) && tileForward(x, w, b, plan, way.tiling, y)) return;
  multiplyForward(x, w, b, plan, y);
}

/** As `inputPass`. */
export function largeToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  const { way } = plan;
  if (way.kind === "stream") return depthwiseToInput(dy, w, plan, dx);
  if (way.kind === "tile" && !areWhole(dy, w) && tileToInput(dy, w, plan, way.tiling, dx)) return;
  multiplyToInput(dy, w, plan, dx);
}

/** As `weightPass`. */
export function largeForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  const { way } = plan;
  if (way.kind === "stream") return depthwiseForWeights(x, dy, plan, dw);
  if (way.kind === "tile" && !areWhole(x, dy) && tileForWeights(x, dy, plan, way.tiling, dw))
    return;
  multiplyForWeights(x, dy, plan, dw);
}

function areWhole(a: Float64Array, b: Float64Array): boolean {
  return a.every(Number.isInteger) && b.every(Number.isInteger);
}
