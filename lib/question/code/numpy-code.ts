import type { Names } from "./dialect";
import type { Plan } from "./plan";

/** An operation in NumPy: Y from X, then dx, dw, db … from G = ∂L/∂Y. */
export interface NumpyCode {
  readonly forward: (plan: Plan, names: Names) => readonly string[];
  readonly backward: (plan: Plan, names: Names) => readonly string[];
}
