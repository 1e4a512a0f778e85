import { type Tensor, valueAt } from "@/lib/tensor";
import {
  type Expression,
  type Role,
  dot,
  equation,
  number,
  partial,
  proseNumber,
  symbol,
} from "@/lib/tex";
import { settle } from "./conclude";
import type { RuleId } from "./rules";
import type { CellRef, Step, TensorName } from "./step";

/** The name, coloured by role, of a cell. @example toText(cellName("x", [0, 1])) // "X[0,1]" */
export function cellName(tensor: TensorName, at: readonly (number | string)[]): Expression {
  const { letter, role, isGradient } = NAMES[tensor];
  const named = symbol(letter, at, role);
  return isGradient ? partial(named) : named;
}

/** The value of a cell in the colour of its role. */
export function cellValue(tensor: TensorName, source: Tensor, at: readonly number[]): Expression {
  return number(settle(valueAt(source, at)), NAMES[tensor].role);
}

/** The cells that a step speaks of. */
export function refs(tensor: TensorName, ats: readonly (readonly number[])[]): CellRef[] {
  return ats.map((at) => ({ tensor, at }));
}

/** A number inside a caption, with a true minus. @example shown(-0.5) // "−0.5" */
export function shown(value: number): string {
  return proseNumber(settle(value));
}

/** A product, or its one factor. */
export function product(factors: readonly Expression[]): Expression {
  return factors.length === 1 && factors[0] ? factors[0] : dot(...factors);
}

/** The role in whose colour a name stands. */
export function roleOf(name: Expression): Role {
  if (name.kind === "symbol" || name.kind === "partial") return name.role ?? "output";
  return "output";
}

/** A rule in symbols: nothing is worked out yet. */
export function symbolStep(
  rule: RuleId,
  left: Expression,
  right: Expression,
  facts: Facts = {},
): Step {
  return { rule, line: equation(left, right), value: null, cells: [], facts };
}

/** 0, 1, …, length − 1. */
export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

export type Facts = Readonly<Record<string, number | string>>;

interface Name {
  readonly letter: string;
  readonly role: Role;
  readonly isGradient?: boolean;
}

const NAMES: Readonly<Record<TensorName, Name>> = {
  x: { letter: "X", role: "input" },
  w: { letter: "W", role: "kernel" },
  b: { letter: "b", role: "kernel" },
  y: { letter: "Y", role: "output" },
  indices: { letter: "I", role: "output" },
  target: { letter: "t", role: "input" },
  gamma: { letter: "\\gamma", role: "kernel" },
  beta: { letter: "\\beta", role: "kernel" },
  dy: { letter: "G", role: "gradient" },
  dx: { letter: "X", role: "gradient", isGradient: true },
  dw: { letter: "W", role: "gradient", isGradient: true },
  db: { letter: "b", role: "gradient", isGradient: true },
  dgamma: { letter: "\\gamma", role: "gradient", isGradient: true },
  dbeta: { letter: "\\beta", role: "gradient", isGradient: true },
};
