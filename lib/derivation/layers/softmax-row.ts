import { type Tensor, valueAt } from "@/lib/tensor";
import {
  type Expression,
  type Role,
  call,
  difference,
  equation,
  fraction,
  number,
  power,
  symbol,
  total,
} from "@/lib/tex";
import { abridged, conclude, sumOf } from "../conclude";
import type { Step } from "../step";
import { type Facts, cellName, cellValue, range, refs } from "../write";

/** The cells along which one softmax is taken, and what they come to. */
export interface SoftmaxRow {
  readonly x: Tensor;
  readonly axis: number;
  readonly ats: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly largest: number;
  readonly exponentials: readonly number[];
  readonly total: number;
}

/** The row of a softmax through the cell `at`, along an axis of x. */
export function softmaxRow(x: Tensor, at: readonly number[], axis: number): SoftmaxRow {
  const length = x.shape[axis] ?? 0;
  const ats = Array.from({ length }, (_, index) => at.with(axis, index));
  const values = ats.map((each) => valueAt(x, each));
  const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const exponentials = values.map((value) => Math.exp(value - largest));
  const added = exponentials.reduce((sofar, each) => sofar + each, 0);
  return { x, axis, ats, values, largest, exponentials, total: added };
}

/**
 * m = max(…); then e to each difference; then their sum. In a long row only the one at `asked` is raised in a step of
 * its own.
 */
export function softmaxSteps(row: SoftmaxRow, asked: number, facts: Facts): Step[] {
  const shown = row.ats.length > MOST_STEPS ? [asked] : range(row.ats.length);
  return [
    maxStep(row, facts),
    ...shown.map((index) => exponentialStep(row, index, facts)),
    sumStep(row, facts),
  ];
}

/**
 * The name of a number that belongs to a row, with the row's indices where there are several rows.
 *
 * @example m of a single row, m[1] for the second of several
 */
export function rowName(row: SoftmaxRow, letter: string, role?: Role): Expression {
  const [first = []] = row.ats;
  const others = first.filter((_, axis) => axis !== row.axis && (row.x.shape[axis] ?? 1) > 1);
  return symbol(letter, others, role);
}

/** E over s, in the names that the steps before have given. */
export function namedShare(row: SoftmaxRow, index: number): Expression {
  return fraction(symbol("E", row.ats[index] ?? []), rowName(row, "s"));
}

/** One exponential over the sum of all, in numbers. */
export function shareOf(row: SoftmaxRow, index: number): Expression {
  return fraction(number(row.exponentials[index] ?? Number.NaN), number(row.total));
}

/** The share of one cell with every exponent spelled out. @example e^(1 − 3)/(e^(1 − 3) + e^(3 − 3)) */
export function spelledShare(row: SoftmaxRow, index: number): Expression {
  const powers = row.values.map((value) => exponential(value, row.largest));
  return fraction(exponential(row.values[index] ?? Number.NaN, row.largest), sumOf(powers, index));
}

/** The most exponentials that have a step of their own. */
const MOST_STEPS = 10;

function maxStep(row: SoftmaxRow, facts: Facts): Step {
  const { x, ats, values, largest } = row;
  return {
    rule: "softmax-max",
    line: conclude(
      rowName(row, "m"),
      call(
        "max",
        ...abridged(
          ats.map((at) => cellValue("x", x, at)),
          values.indexOf(largest),
        ),
      ),
      number(largest),
    ),
    value: largest,
    cells: refs("x", ats),
    facts,
  };
}

function exponentialStep(row: SoftmaxRow, index: number, facts: Facts): Step {
  const at = row.ats[index] ?? [];
  const value = row.values[index] ?? Number.NaN;
  const result = row.exponentials[index] ?? Number.NaN;
  return {
    rule: "softmax-exp",
    line: conclude(
      symbol("E", at),
      exponential(value, row.largest),
      power("e", value - row.largest),
      number(result),
    ),
    value: result,
    cells: refs("x", [at]),
    facts,
  };
}

function sumStep(row: SoftmaxRow, facts: Facts): Step {
  return {
    rule: "softmax-sum",
    line: conclude(
      rowName(row, "s"),
      sumOf(
        row.exponentials.map((each) => number(each)),
        row.values.indexOf(row.largest),
      ),
      number(row.total),
    ),
    value: row.total,
    cells: refs("x", row.ats),
    facts: { ...facts, count: row.ats.length },
  };
}

function exponential(value: number, largest: number): Expression {
  return power("e", difference(number(value, "input"), largest));
}

/** The rule in symbols. @example Y_i = e^(X_i − m)/Σ e^(X_k − m) */
export function softmaxRule(left: Expression): Expression {
  return equation(left, fraction(raised("i"), total(["k"], raised("k"))));
}

function raised(index: string): Expression {
  return power("e", difference(cellName("x", [index]), "m"));
}
