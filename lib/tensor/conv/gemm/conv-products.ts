/**
 * The three passes of a convolution as products of matrices. With taps t = (c, u, v), output cells s = (i, j) and
 * X[t, s] = x[c, iS + uD − P, jS + vD − P], in each group
 * Y[o, s] = b[o] + Σ W[o, t]·X[t, s] over t,
 * ∂X[t, s] += Σ W[o, t]·∂Y[o, s] over o, and
 * ∂W[o, t] = Σ ∂Y[o, s]·X[t, s] over s and the batch.
 * X is never laid out whole (im2col): its entry lies at offset[t] + corner[s] of the padded planes, so what is packed
 * for a block is read from the planes themselves.
 *
 * @see Chellapilla, Puri and Simard, High performance convolutional neural networks for document processing (2006)
 */
import type { ConvPlan } from "../conv-plan";
import { cropPadding, emptyPlanes, paddedPlanes } from "../padded-planes";
import type { Entries } from "./entries";
import { addProduct } from "./product";
import { placesFor } from "./product-places";

/** As `gatherForward`: writes all of y and nothing else; checks nothing. */
export function multiplyForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  startFromBias(b, plan, y);
  for (const { inputs, outputs, weights } of matricesOf(plan, source, w, y)) {
    addProduct(transposed(outputs), transposed(inputs), weights);
  }
}

/** As `spreadToInput`: writes all of dx and nothing else; checks nothing. */
export function multiplyToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  const target = plan.padded ? emptyPlanes(plan) : dx;
  dx.fill(0);
  for (const { inputs, outputs, weights } of matricesOf(plan, target, w, dy)) {
    addProduct(transposed(inputs), transposed(outputs), transposed(weights));
  }
  if (plan.padded) cropPadding(target, plan, dx);
}

/** As `correlateForWeights`: writes all of dw and nothing else; checks nothing. */
export function multiplyForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  const source = plan.padded ? paddedPlanes(x, plan) : x;
  dw.fill(0);
  for (const { inputs, outputs, weights } of matricesOf(plan, source, dw, dy)) {
    addProduct(transposed(weights), inputs, outputs);
  }
}

/** The matrices of one group of one image, where `x`, `y` and `w` are what each pass reads or adds to. */
interface Matrices {
  /** X[t, s]. */
  readonly inputs: Entries;
  /** Y[o, s]. */
  readonly outputs: Entries;
  /** W[o, t]. */
  readonly weights: Entries;
}

function matricesOf(plan: ConvPlan, x: Float64Array, w: Float64Array, y: Float64Array): Matrices[] {
  const { batch, groups } = plan.geometry;
  const { groupFilters, groupSize, outPlane, taps } = plan;
  const { corners, planes, cells, filters, weights } = placesFor(plan);
  return Array.from({ length: batch * groups }, (_, part) => ({
    inputs: { data: x, from: part * groupSize, rowAt: taps.offsets, columnAt: corners },
    outputs: { data: y, from: part * groupFilters * outPlane, rowAt: planes, columnAt: cells },
    weights: {
      data: w,
      from: (part % groups) * groupFilters * taps.offsets.length,
      rowAt: filters,
      columnAt: weights,
    },
  }));
}

function transposed({ data, from, rowAt, columnAt }: Entries): Entries {
  return { data, from, rowAt: columnAt, columnAt: rowAt };
}

function startFromBias(b: Float64Array | undefined, plan: ConvPlan, y: Float64Array): void {
  const { geometry, outPlane } = plan;
  for (let plane = 0; plane * outPlane < y.length; plane++) {
    const from = plane * outPlane;
    y.fill(b?.[plane % geometry.outChannels] ?? 0, from, from + outPlane);
  }
}
