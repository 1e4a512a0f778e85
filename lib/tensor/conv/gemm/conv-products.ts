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
import { type ProductPlaces, placesFor } from "./product-places";

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
  for (const part of partsOf(plan)) {
    addProduct(transposed(outputs(y, part)), transposed(inputs(source, part)), weights(w, part));
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
  for (const part of partsOf(plan)) {
    addProduct(inputs(target, part), transposed(weights(w, part)), transposed(outputs(dy, part)));
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
  for (const part of partsOf(plan)) {
    addProduct(transposed(weights(dw, part)), inputs(source, part), outputs(dy, part));
  }
}

/** One group of one image: where its matrices begin, and where their rows and columns lie from there. */
interface Part {
  readonly inputFrom: number;
  readonly outputFrom: number;
  readonly weightFrom: number;
  readonly places: ProductPlaces;
}

function partsOf(plan: ConvPlan): Part[] {
  const { batch, groups } = plan.geometry;
  const { groupFilters, groupSize, outPlane, taps } = plan;
  const places = placesFor(plan);
  return Array.from({ length: batch * groups }, (_, part) => ({
    inputFrom: part * groupSize,
    outputFrom: part * groupFilters * outPlane,
    weightFrom: (part % groups) * groupFilters * taps.offsets.length,
    places,
  }));
}

/** X[t, s]. */
function inputs(data: Float64Array, { inputFrom, places }: Part): Entries {
  return { data, from: inputFrom, rowAt: places.taps, columnAt: places.corners };
}

/** Y[o, s]. */
function outputs(data: Float64Array, { outputFrom, places }: Part): Entries {
  return { data, from: outputFrom, rowAt: places.planes, columnAt: places.cells };
}

/** W[o, t]. */
function weights(data: Float64Array, { weightFrom, places }: Part): Entries {
  return { data, from: weightFrom, rowAt: places.filters, columnAt: places.weights };
}

function transposed({ data, from, rowAt, columnAt }: Entries): Entries {
  return { data, from, rowAt: columnAt, columnAt: rowAt };
}

function startFromBias(b: Float64Array | undefined, plan: ConvPlan, y: Float64Array): void {
  y.fill(0);
  if (b === undefined) return;
  for (let plane = 0; plane * plan.outPlane < y.length; plane++) {
    const from = plane * plan.outPlane;
    y.fill(b[plane % plan.geometry.outChannels]!, from, from + plan.outPlane);
  }
}
