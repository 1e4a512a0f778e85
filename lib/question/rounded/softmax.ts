import { KernelError } from "@/lib/tensor";
import type { Question } from "../question";
import { valuesIn } from "../sizes";
import { type Interval, intervalsOf, minus, plus, rangeOf, scaled, times, total } from "./range";
import type { Bounds, Given } from "./rule";

/** Softmax along an axis. y_k rises with x_k and falls with all others; ∂L/∂x_k = y_k·Σ_j y_j·(g_k − g_j). */
export function softmax({ params }: Question, given: Given): Bounds {
  const x = given("x");
  const [values, dy] = [intervalsOf(x), intervalsOf(given("dy"))];
  const y: Interval[] = [];
  const gradient: Interval[] = [];
  for (const line of linesAlong(x.shape, params.axis ?? -1)) {
    const shares = sharesOf(cellsOf(values, line));
    const slopes = slopesOf(shares, cellsOf(dy, line));
    for (const [at, cell] of line.entries()) {
      y[cell] = shares[at] ?? [0, 1];
      gradient[cell] = slopes[at] ?? [0, 0];
    }
  }
  return { y: rangeOf(x.shape, y), grads: { x: rangeOf(x.shape, gradient) } };
}

/** Cross-entropy: each row's loss is log(1 + Σ exp(x_j − x_t)), which rises with x_j and falls with x_t. */
export function crossEntropy(_question: Question, given: Given): Bounds {
  const x = given("x");
  const target = given("target").low;
  const values = intervalsOf(x);
  const rows = linesAlong(x.shape, -1);
  const [dy = [1, 1]] = intervalsOf(given("dy"));
  const losses: Interval[] = [];
  const gradient: Interval[] = [];
  for (const [n, line] of rows.entries()) {
    const label = target[n] ?? 0;
    const logits = cellsOf(values, line);
    losses.push(lossOf(logits, label));
    for (const [c, share] of sharesOf(logits).entries()) {
      const error = minus(share, c === label ? [1, 1] : [0, 0]);
      gradient.push(scaled(1 / rows.length, times(dy, error)));
    }
  }
  return {
    y: rangeOf([], [scaled(1 / rows.length, total(losses))]),
    grads: { x: rangeOf(x.shape, gradient) },
  };
}

/** Above so many pairs of cells the bounds are refused. */
const MOST_PAIRS = 2 ** 26;

/** Every line along an axis, as the places of its cells. */
function linesAlong(shape: readonly number[], axis: number): number[][] {
  const from = axis < 0 ? axis + shape.length : axis;
  const length = shape[from] ?? 1;
  const step = valuesIn(shape.slice(from + 1));
  const outer = valuesIn(shape.slice(0, from));
  if (outer * step * length ** 2 > MOST_PAIRS) {
    throw new KernelError(
      "ERR_MEMORY",
      `Lines of ${length} cells are too long to say how far rounding reaches; give the numbers in full.`,
    );
  }
  return Array.from({ length: outer * step }, (_, line) =>
    Array.from(
      { length },
      (__, at) => (Math.floor(line / step) * length + at) * step + (line % step),
    ),
  );
}

function cellsOf(values: readonly Interval[], line: readonly number[]): Interval[] {
  return line.map((cell) => values[cell] ?? [0, 0]);
}

function sharesOf(logits: readonly Interval[]): Interval[] {
  return logits.map(([low, high], k) => {
    const others = logits.toSpliced(k, 1);
    return [
      1 / (1 + sum(others, ([, top]) => Math.exp(top - low))),
      1 / (1 + sum(others, ([bottom]) => Math.exp(bottom - high))),
    ] as const;
  });
}

function slopesOf(shares: readonly Interval[], dy: readonly Interval[]): Interval[] {
  return shares.map((share, k) => {
    const own = dy[k] ?? [0, 0];
    const pulls = shares
      .map((other, j) => (j === k ? ([0, 0] as const) : times(other, minus(own, dy[j] ?? [0, 0]))))
      .reduce(plus, [0, 0]);
    return times(share, pulls);
  });
}

function lossOf(logits: readonly Interval[], label: number): Interval {
  const [low, high] = logits[label] ?? [0, 0];
  const others = logits.toSpliced(label, 1);
  return [
    logOnePlusExp(others.map(([bottom]) => bottom - high)),
    logOnePlusExp(others.map(([, top]) => top - low)),
  ];
}

/** log(1 + Σ exp(d)), without overflow. */
function logOnePlusExp(differences: readonly number[]): number {
  const largest = Math.max(0, ...differences);
  return (
    largest +
    Math.log(Math.exp(-largest) + sum(differences, (difference) => Math.exp(difference - largest)))
  );
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((all, item) => all + value(item), 0);
}
