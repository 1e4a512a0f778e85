import { gatherForward } from "./conv-forward";
import { spreadToInput } from "./conv-input-gradient";
import type { ConvPlan } from "./conv-plan";
import { correlateForWeights } from "./conv-weight-gradient";
import { multiplyForWeights, multiplyForward, multiplyToInput } from "./gemm/conv-products";

/**
 * The three passes of a convolution, each by the way that its plan has chosen: sliding over the planes, which is the
 * reference, or products of matrices. Each writes all of its result and nothing else, and checks nothing.
 */
export function forwardPass(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  if (plan.multiplies) multiplyForward(x, w, b, plan, y);
  else gatherForward(x, w, b, plan, y);
}

/** Sums over fewer filters than this are too short for products of matrices to pay. */
const FEW_FILTERS = 8;

/** ∂L/∂X; also the forward pass of a transposed convolution. */
export function inputPass(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  if (plan.multiplies && plan.groupFilters >= FEW_FILTERS) multiplyToInput(dy, w, plan, dx);
  else spreadToInput(dy, w, plan, dx);
}

/** ∂L/∂K. */
export function weightPass(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  if (plan.multiplies) multiplyForWeights(x, dy, plan, dw);
  else correlateForWeights(x, dy, plan, dw);
}
