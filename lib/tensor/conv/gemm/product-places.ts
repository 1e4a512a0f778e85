import type { ConvPlan } from "../conv-plan";
import { placesOf } from "../sweep";

/** Where the rows and columns of a convolution's matrices lie, from the first entry of a group on. */
export interface ProductPlaces {
  /** The cells s in the padded input, where X[t, s] lies at offset[t] + corners[s]. */
  readonly corners: Int32Array;
  /** The filters o and the cells s in the output. */
  readonly planes: Int32Array;
  readonly cells: Int32Array;
  /** The filters o and the taps t in the weights. */
  readonly filters: Int32Array;
  readonly weights: Int32Array;
}

const known = new WeakMap<ConvPlan, ProductPlaces>();

/** The places of a plan, worked out when they are first asked for. */
export function placesFor(plan: ConvPlan): ProductPlaces {
  const before = known.get(plan);
  if (before) return before;
  const { taps, groupFilters, outPlane } = plan;
  const places = {
    corners: placesOf(taps),
    planes: multiples(groupFilters, outPlane),
    cells: multiples(outPlane, 1),
    filters: multiples(groupFilters, taps.offsets.length),
    weights: multiples(taps.offsets.length, 1),
  };
  known.set(plan, places);
  return places;
}

function multiples(count: number, step: number): Int32Array {
  const places = new Int32Array(count);
  for (let index = 0; index < count; index++) places[index] = index * step;
  return places;
}
