import type { Question } from "@/lib/question";
import type { Computation, Model, Slip } from "./model";

/** A matrix product row by column, and a vector that is added. */
interface Product {
  readonly left: Matrix;
  readonly right: Matrix;
  readonly bias?: Float64Array | undefined;
  readonly divisor: number;
  readonly transposed: boolean;
}

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
}

function multiply({ left, right, bias, divisor, transposed }: Product): Computation {
  const [rows, columns, inner] = [left.rows, right.columns, left.columns];
  const value = (row: number, column: number) => {
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += left.at(row, k) * right.at(k, column);
    return sum / divisor + (bias?.[column] ?? 0);
  };
  return transposed
    ? { shape: [1, 1, columns, rows], reads: inner, at: (_n, _c, h, w) => value(w, h) }
    : { shape: [1, 1, rows, columns], reads: inner, at: (_n, _c, h, w) => value(h, w) };
}

/** What is asked of y = x·Wᵀ + b: y, ∂L/∂x = G·W or ∂L/∂W = Gᵀ·x. */
export function linearProduct(
  question: Question,
  ask: "y" | "x" | "w",
): Model<Product> | undefined {
  const { x: given, w: weights, b } = question.inputs;
  const x = given?.data && matrix(given.shape, given.data);
  const w = weights?.data && matrix(weights.shape, weights.data);
  if (!x || !w || (b && !b.data) || (question.dy && !question.dy.data)) return undefined;
  const dy = question.dy?.data;
  const g = matrix([x.rows, w.rows], dy ?? new Float64Array(x.rows * w.rows).fill(1));
  const plain = { divisor: 1, transposed: false };
  if (ask === "y") {
    return {
      right: { ...plain, left: x, right: flipped(w), bias: b?.data },
      slips: [weightTransposed(flipped(turned(w))), biasForgotten],
      compute: multiply,
    };
  }
  if (ask === "x") {
    return {
      right: { ...plain, left: g, right: w },
      slips: [weightTransposed(turned(w)), factorForgotten],
      compute: multiply,
    };
  }
  return {
    right: { ...plain, left: flipped(g), right: x },
    slips: [
      { id: "WEIGHT_TRANSPOSED", readings: [(setup) => ({ ...setup, transposed: true })] },
      {
        id: "MEAN_FOR_SUM",
        readings: [(setup) => (x.rows > 1 ? { ...setup, divisor: x.rows } : undefined)],
      },
      factorForgotten,
    ],
    compute: multiply,
  };
}

function matrix(shape: readonly number[], data: Float64Array): Matrix {
  const columns = shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : data.length / columns;
  return { rows, columns, at: (row, column) => data[row * columns + column] ?? 0 };
}

function flipped({ rows, columns, at }: Matrix): Matrix {
  return { rows: columns, columns: rows, at: (row, column) => at(column, row) };
}

function ones({ rows, columns }: Matrix): Matrix {
  return { rows, columns, at: () => 1 };
}

/** The gradient that arrives is left out, or what it is multiplied by. */
const factorForgotten: Slip<Product> = {
  id: "FACTOR_FORGOTTEN",
  readings: [
    (setup) => ({ ...setup, left: ones(setup.left) }),
    (setup) => ({ ...setup, right: ones(setup.right) }),
  ],
};

function weightTransposed(right: Matrix): Slip<Product> {
  return { id: "WEIGHT_TRANSPOSED", readings: [(setup) => ({ ...setup, right })] };
}

/** The weights read with rows as columns: where they are not square, as the same numbers in rows of another length. */
function turned(w: Matrix): Matrix {
  if (w.rows === w.columns) return flipped(w);
  const { rows, columns } = w;
  return {
    rows,
    columns,
    at: (row, column) => {
      const offset = column * rows + row;
      return w.at(Math.floor(offset / columns), offset % columns);
    },
  };
}

const biasForgotten: Slip<Product> = {
  id: "BIAS_FORGOTTEN",
  readings: [(setup) => setup.bias && { ...setup, bias: undefined }],
};
