import type { Question } from "../question";
import {
  type Interval,
  hull,
  intervalsOf,
  minus,
  rangeOf,
  scaled,
  square,
  times,
  total,
} from "./range";
import { rising } from "./monotone";
import type { Bounds, Given } from "./rule";

const NOTHING: Interval = [0, 0];

/** ReLU: y rises with x; ∂L/∂x is ∂L/∂y, 0, or perhaps either. */
export function relu(question: Question, given: Given): Bounds {
  const x = given("x");
  const dy = intervalsOf(given("dy"));
  const gradient = intervalsOf(x).map(([low, high], at): Interval => {
    const passed = dy[at] ?? NOTHING;
    if (low > 0) return passed;
    return high <= 0 ? NOTHING : hull(NOTHING, passed);
  });
  return { y: rising(question, x), grads: { x: rangeOf(x.shape, gradient) } };
}

/** L = mean of (x − t)², ∂L/∂x = 2/n·∂L/∂L·(x − t); each difference stands once in either. */
export function meanSquaredError(_question: Question, given: Given): Bounds {
  const [x, target] = [given("x"), intervalsOf(given("target"))];
  const differences = intervalsOf(x).map((value, at) => minus(value, target[at] ?? NOTHING));
  const [dy = NOTHING] = intervalsOf(given("dy"));
  const count = differences.length;
  return {
    y: rangeOf([], [scaled(1 / count, total(differences.map(square)))]),
    grads: {
      x: rangeOf(
        x.shape,
        differences.map((difference) => scaled(2 / count, times(dy, difference))),
      ),
    },
  };
}
