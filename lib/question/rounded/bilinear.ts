import type { Tensor } from "@/lib/tensor";
import type { Range } from "./range";

/** A computation whose cells are sums of products of one cell of each of two tensors. */
export type Products = (left: Tensor, right: Tensor) => Tensor;

/**
 * The bounds of sums of products, by running the same computation on other numbers. With midpoints m, radii r and the
 * cores ρ = sgn(m)·min(|m|, r), the product of two intervals has the midpoint m·m′ + ρ·ρ′ and the radius
 * |m|·r′ + r·(|m′| + r′) − |ρ|·|ρ′|. That is exact where not both hold 0 inside; else it is a little too wide.
 *
 * @see Nguyen, Revol 2011, “Solving and certifying the solution of a linear system”
 */
export function boundsOfProducts(products: Products, left: Range, right: Range): Range {
  const [one, other] = [partsOf(left), partsOf(right)];
  const { shape, data: middle } = products(one.middle, other.middle);
  const core = products(one.core, other.core).data;
  const first = products(one.size, other.radius).data;
  const second = products(one.radius, other.reach).data;
  const less = products(one.coreSize, other.coreSize).data;
  const low = new Float64Array(middle.length);
  const high = new Float64Array(middle.length);
  for (let at = 0; at < middle.length; at++) {
    const centre = middle[at]! + core[at]!;
    const radius = first[at]! + second[at]! - less[at]!;
    low[at] = centre - radius;
    high[at] = centre + radius;
  }
  return { shape, low, high };
}

function partsOf({ shape, low, high }: Range) {
  const middle = low.map((value, at) => (value + high[at]!) / 2);
  const radius = low.map((value, at) => (high[at]! - value) / 2);
  const size = middle.map(Math.abs);
  const coreSize = size.map((value, at) => Math.min(value, radius[at]!));
  const parts = {
    middle,
    radius,
    size,
    coreSize,
    core: coreSize.map((value, at) => Math.sign(middle[at]!) * value),
    reach: size.map((value, at) => value + radius[at]!),
  };
  const tensor = (data: Float64Array): Tensor => ({ shape, data });
  return {
    middle: tensor(parts.middle),
    radius: tensor(parts.radius),
    size: tensor(parts.size),
    coreSize: tensor(parts.coreSize),
    core: tensor(parts.core),
    reach: tensor(parts.reach),
  };
}
