import type { Tensor } from "@/lib/tensor";
import { valueAt } from "@/lib/tensor";
import { type Expression, equation, fraction, number } from "@/lib/tex";
import { conclude, settle, sumOf } from "./conclude";
import { placeFacts } from "./place";
import type { RuleId } from "./rules";
import type { CellRef, Step, TensorName } from "./step";
import type { TensorWorking } from "./working";
import { cellName, cellValue, product, refs, roleOf } from "./write";

/** One factor of a product: how it is called, how its number is shown, its value and its cells. */
export interface Factor {
  readonly name: Expression;
  readonly shown: Expression;
  readonly value: number;
  readonly cells: readonly CellRef[];
}

/** The factors of one product of a sum. */
export type Term = readonly Factor[];

/** A tensor every cell of which is a sum of products. */
export interface SumOfProducts {
  readonly result: Tensor;
  readonly tensor: TensorName;
  /** The rule in symbols, and why it is the rule. */
  readonly rule: readonly Step[];
  /** The rule of the line that names a cell's products. */
  readonly termsRule: RuleId;
  /** The rule of the line with the numbers. */
  readonly cellRule: RuleId;
  /** What the sum is divided by, where it is. */
  readonly divisor?: number;
  /** The cell's name, where the question's own indices are not what is shown. */
  left?(at: readonly number[]): Expression;
  terms(at: readonly number[]): readonly Term[];
  place(at: readonly number[]): string;
}

/** A cell of a tensor as a factor. @example X[0,1], shown as 3 */
export function factorOf(tensor: TensorName, source: Tensor, at: readonly number[]): Factor {
  return {
    name: cellName(tensor, at),
    shown: cellValue(tensor, source, at),
    value: valueAt(source, at),
    cells: refs(tensor, [at]),
  };
}

/** How a tensor whose cells are sums of products is worked out. */
export function sumWorking(spec: SumOfProducts): TensorWorking {
  const cell = (at: readonly number[]): Step => numbersStep(spec, at);
  return {
    result: spec.result,
    rule: spec.rule,
    cell,
    full: (at) => [...spec.rule, namesStep(spec, at), cell(at)],
  };
}

function namesStep(spec: SumOfProducts, at: readonly number[]): Step {
  const terms = spec.terms(at);
  const named = sumOf(terms.map((term) => product(term.map((factor) => factor.name))));
  return {
    rule: spec.termsRule,
    line: equation(leftOf(spec, at), divided(named, spec.divisor)),
    value: null,
    cells: cellsOf(spec, terms, at),
    facts: { ...placeFacts(spec.place(at)), count: terms.length },
  };
}

function numbersStep(spec: SumOfProducts, at: readonly number[]): Step {
  const terms = spec.terms(at);
  const values = terms.map((term) => term.reduce((sofar, { value }) => sofar * value, 1));
  const scale = values.reduce((size, value) => size + Math.abs(value), 0);
  const added = values.reduce((sofar, value) => sofar + value, 0);
  const left = leftOf(spec, at);
  const value = valueAt(spec.result, at);
  const line = (parts: readonly Expression[]): Expression => divided(sumOf(parts), spec.divisor);
  return {
    rule: spec.cellRule,
    line: conclude(
      left,
      line(terms.map((term) => product(term.map((factor) => factor.shown)))),
      line(values.map((each) => number(settle(each)))),
      ...(spec.divisor === undefined ? [] : [divided(number(settle(added, scale)), spec.divisor)]),
      number(settle(value, scale), roleOf(left)),
    ),
    value,
    cells: cellsOf(spec, terms, at),
    facts: { ...placeFacts(spec.place(at)), count: terms.length },
  };
}

function leftOf(spec: SumOfProducts, at: readonly number[]): Expression {
  return spec.left ? spec.left(at) : cellName(spec.tensor, at);
}

function cellsOf(spec: SumOfProducts, terms: readonly Term[], at: readonly number[]): CellRef[] {
  return [...refs(spec.tensor, [at]), ...terms.flatMap(cellsOfTerm)];
}

/** The cells of a product, the first with what it is multiplied by. */
function cellsOfTerm(term: Term): CellRef[] {
  const [first, ...rest] = term;
  if (!first) return [];
  const [other] = rest;
  const cells = other
    ? first.cells.map((cell) => ({ ...cell, factor: other.value }))
    : [...first.cells];
  return [...cells, ...rest.flatMap((factor) => factor.cells)];
}

function divided(over: Expression, divisor: number | undefined): Expression {
  return divisor === undefined ? over : fraction(over, divisor);
}
