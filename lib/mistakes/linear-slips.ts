import type { Question } from "@/lib/question";
import type { Computation, Model, Slip } from "./model";

/** A matrix product row by column, and a vector that is added. */
interface Product {
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  readonly left: (row: number, k: number) => number;
  readonly right: (k: number, column: number) => number;
  readonly bias?: Float64Array | undefined;
  readonly divisor: number;
  readonly transposed: boolean;
  readonly rank: number;
}

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
}

function multiply(setup: Product): Computation {
  const { rows, columns, inner, left, right, bias, divisor } = setup;
  const value = (row: number, column: number) => {
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += left(row, k) * right(k, column);
    return sum / divisor + (bias?.[column] ?? 0);
  };
  return setup.transposed
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
  const common = { divisor: 1, transposed: false, rank: given.shape.length };
  if (ask === "y") {
    return {
      right: { ...common, ...product(x, flipped(w)), bias: b?.data },
      slips: [weightTransposed(w, (turned) => product(x, flipped(turned))), biasForgotten],
      compute: multiply,
    };
  }
  if (ask === "x") {
    return {
      right: { ...common, ...product(g, w) },
      slips: [
        weightTransposed(w, (turned) => product(g, turned)),
        factorForgotten(product(ones(g), w), product(g, ones(w))),
      ],
      compute: multiply,
    };
  }
  return {
    right: { ...common, ...product(flipped(g), x) },
    slips: [
      { id: "WEIGHT_TRANSPOSED", readings: [(setup) => ({ ...setup, transposed: true })] },
      {
        id: "MEAN_FOR_SUM",
        readings: [(setup) => (x.rows > 1 ? { ...setup, divisor: x.rows } : undefined)],
      },
      factorForgotten(product(flipped(ones(g)), x), product(flipped(g), ones(x))),
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

function product(left: Matrix, right: Matrix) {
  return {
    rows: left.rows,
    columns: right.columns,
    inner: left.columns,
    left: left.at,
    right: right.at,
  };
}

type Matrices = ReturnType<typeof product>;

/** The gradient that arrives is left out, or what it is multiplied by. */
function factorForgotten(withoutGradient: Matrices, gradientAlone: Matrices): Slip<Product> {
  return {
    id: "FACTOR_FORGOTTEN",
    readings: [withoutGradient, gradientAlone].map((left) => (setup) => ({ ...setup, ...left })),
  };
}

/** The weights read with rows as columns: where they are not square, as the same numbers in rows of another length. */
function weightTransposed(w: Matrix, productWith: (turned: Matrix) => Matrices): Slip<Product> {
  const reshaped: Matrix = {
    rows: w.rows,
    columns: w.columns,
    at: (row, column) => {
      const offset = column * w.rows + row;
      return w.at(Math.floor(offset / w.columns), offset % w.columns);
    },
  };
  return {
    id: "WEIGHT_TRANSPOSED",
    readings: [
      (setup) => ({ ...setup, ...productWith(w.rows === w.columns ? flipped(w) : reshaped) }),
    ],
  };
}

const biasForgotten: Slip<Product> = {
  id: "BIAS_FORGOTTEN",
  readings: [(setup) => setup.bias && { ...setup, bias: undefined }],
};
