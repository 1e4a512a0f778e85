import { gatherForward } from "./conv-forward";
import { spreadToInput } from "./conv-input-gradient";
import type { ConvPlan } from "./conv-plan";
import { correlateForWeights } from "./conv-weight-gradient";
import { largeForward, largeForWeights, largeToInput } from "./large-passes";
import { slideTwoOnThree } from "./two-on-three";

/**
 * The three passes of a convolution, each by the way that its plan has chosen.
 * Each writes all of its result and nothing else, and checks nothing.
 */
export function forwardPass(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  if (plan.twoOnThree) slideTwoOnThree(x, w, b === undefined ? 0 : b[0]!, y);
  else if (plan.way.kind === "slide") gatherForward(x, w, b, plan, y);
  else largeForward(x, w, b, plan, y);
}

/** ∂L/∂X; also the forward pass of a transposed convolution. */
export function inputPass(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  if (plan.way.kind === "slide") spreadToInput(dy, w, plan, dx);
  else largeToInput(dy, w, plan, dx);
}

/** ∂L/∂K. */
export function weightPass(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  if (plan.twoOnThree) slideTwoOnThree(x, dy, 0, dw);
  else if (plan.way.kind === "slide") correlateForWeights(x, dy, plan, dw);
  else largeForWeights(x, dy, plan, dw);
}
