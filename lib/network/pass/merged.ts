import { type Tensor, coordinatesOf, offsetOf, zeros } from "@/lib/tensor";
import { sameShape } from "@/lib/question";
import type { LayerPass, Passing } from "./layer-pass";

/** y = x₁ + x₂ + …; ∂L/∂y goes to every branch. */
export const added: Passing = ({ xs, outShape }) => {
  const y = zeros(outShape);
  for (const x of xs) addTo(y, spread(x, outShape));
  return { y, gradients: (dy) => ({ xs: xs.map((x) => gathered(dy, x.shape)), weights: {} }) };
};

/** y = x₁·x₂·…; each branch gets ∂L/∂y times the others. */
export const multiplied: Passing = ({ xs, outShape }) => {
  const full = xs.map((x) => spread(x, outShape));
  return {
    y: product(full, outShape),
    gradients: (dy) => ({
      xs: xs.map((x, index) =>
        gathered(product([dy, ...full.toSpliced(index, 1)], outShape), x.shape),
      ),
      weights: {},
    }),
  };
};

/** The branches one after another along an axis; each gets its part of ∂L/∂y. */
export const joined: Passing = ({ xs, layer: { axis: written = 1 }, outShape }): LayerPass => {
  const axis = written < 0 ? written + outShape.length : written;
  const y = zeros(outShape);
  eachPart(xs, axis, (x, from, to, length) => {
    y.data.set(x.data.subarray(from, from + length), to);
  });
  return {
    y,
    gradients: (dy) => {
      const dxs = xs.map(({ shape }) => zeros(shape));
      eachPart(dxs, axis, (dx, from, to, length) => {
        dx.data.set(dy.data.subarray(to, to + length), from);
      });
      return { xs: dxs, weights: {} };
    },
  };
};

/** Every unbroken part of a branch: where it begins there, where in the whole, and how long it is. */
function eachPart(
  branches: readonly Tensor[],
  axis: number,
  visit: (branch: Tensor, from: number, to: number, length: number) => void,
): void {
  const lengths = branches.map(({ shape }) => valuesFrom(shape, axis));
  const together = lengths.reduce((sum, length) => sum + length, 0);
  let begin = 0;
  for (const [index, branch] of branches.entries()) {
    const length = lengths[index] ?? 0;
    for (let from = 0, to = begin; from < branch.data.length; from += length, to += together) {
      visit(branch, from, to, length);
    }
    begin += length;
  }
}

function valuesFrom(shape: readonly number[], axis: number): number {
  return shape.slice(axis).reduce((values, size) => values * size, 1);
}

function product(factors: readonly Tensor[], shape: readonly number[]): Tensor {
  const y = zeros(shape);
  y.data.fill(1);
  for (const { data } of factors) {
    for (let cell = 0; cell < data.length; cell++) y.data[cell]! *= data[cell]!;
  }
  return y;
}

/** Values repeated along the axes in which a branch has one where the others have more. */
function spread(x: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const y = zeros(shape);
  eachCell(x.shape, shape, (cell, source) => (y.data[cell] = x.data[source] ?? Number.NaN));
  return y;
}

/** Back through `spread`: what was repeated gets the sum. */
function gathered(dy: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(dy.shape, shape)) return dy;
  const dx = zeros(shape);
  eachCell(shape, dy.shape, (cell, source) => (dx.data[source]! += dy.data[cell] ?? Number.NaN));
  return dx;
}

function eachCell(
  from: readonly number[],
  to: readonly number[],
  visit: (cell: number, source: number) => void,
): void {
  const cells = valuesFrom(to, 0);
  for (let cell = 0; cell < cells; cell++) {
    const at = coordinatesOf(to, cell).slice(to.length - from.length);
    visit(
      cell,
      offsetOf(
        from,
        at.map((index, axis) => (from[axis] === 1 ? 0 : index)),
      ),
    );
  }
}

/** Adds to a sum, in place. */
function addTo(sum: Tensor, { data }: Tensor): void {
  for (let cell = 0; cell < data.length; cell++) sum.data[cell]! += data[cell]!;
}
