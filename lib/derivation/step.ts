import type { Ask } from "@/lib/question";
import type { Expression } from "@/lib/tex";
import type { RuleId } from "./rules";

/** The tensors that a picture can show; dx is ∂L/∂X and so on. */
export type TensorName =
  | "x"
  | "w"
  | "b"
  | "y"
  | "indices"
  | "target"
  | "gamma"
  | "beta"
  | "dy"
  | "dx"
  | "dw"
  | "db"
  | "dgamma"
  | "dbeta";

/**
 * A cell that a step speaks of, in the coordinates of the question's own tensor (its own rank).
 * A cell of the padding has an index below 0 or beyond the last.
 */
export interface CellRef {
  readonly tensor: TensorName;
  readonly at: readonly number[];
  /** What the cell is multiplied by, shown small in its corner. */
  readonly factor?: number;
}

/** One line of a worked solution: which rule, the line itself, what it arrives at, the cells it speaks of. */
export interface Step {
  readonly rule: RuleId;
  readonly line: Expression;
  /** The number that the line arrives at, a shape or row of numbers, or null for a rule in symbols. */
  readonly value: number | readonly number[] | null;
  readonly cells: readonly CellRef[];
  /** Numbers and words for the caption of the rule, e.g. { row: 0, column: 1 }. */
  readonly facts?: Readonly<Record<string, number | string>>;
}

/** A worked solution: the steps that lead from a question to one of its results. */
export interface Derivation {
  readonly ask: Ask;
  /** The one cell that was asked for, where one was. */
  readonly at?: readonly number[];
  readonly steps: readonly Step[];
  readonly result:
    | number
    | readonly number[]
    | { readonly shape: readonly number[]; readonly data: readonly number[] };
}
