import type { Question } from "@/lib/question";
import { type Tensor, valueAt } from "@/lib/tensor";
import {
  type Expression,
  equation,
  fraction,
  number,
  partial,
  sum,
  symbol,
  times,
  total,
} from "@/lib/tex";
import { abridged, conclude, settle } from "./conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "./given";
import { planeLetters } from "./max-pool";
import { countWords, placeFacts, placeWords } from "./place";
import { type PoolWindow, type Tap, poolWindowOf, tapsOf, windowsOver } from "./pool-window";
import type { Step } from "./step";
import type { TensorAsk, TensorWorking } from "./working";
import { cellName, cellValue, refs, shown } from "./write";

interface AvgPool {
  readonly question: Question;
  readonly window: PoolWindow;
  readonly x: Tensor;
  readonly countsPadding: boolean;
}

/** Average pooling, whichever way its windows are laid: y, and ∂L/∂X, which is shared out evenly. */
export function avgPoolWorking(question: Question, ask: TensorAsk): TensorWorking {
  const pool: AvgPool = {
    question,
    window: poolWindowOf(question),
    x: givenTensor(question, "x"),
    countsPadding: question.params.count_include_pad ?? true,
  };
  return ask === "y" ? forward(pool) : backward(pool, computed(question, "y").shape);
}

function forward(pool: AvgPool): TensorWorking {
  const result = computed(pool.question, "y");
  const rule = [averageRule(pool, result.shape)];
  const cell = (at: readonly number[]): Step => averageStep(pool, result, at);
  return { result, rule, cell, full: (at) => [...rule, divisorStep(pool, at), cell(at)] };
}

function averageRule({ window }: AvgPool, shape: readonly number[]): Step {
  const planes = planeLetters(shape);
  const read = [...planes, window.height.rule("i", "u"), window.width.rule("j", "v")];
  return {
    rule: "avg-pool-rule",
    line: equation(
      symbol("Y", [...planes, "i", "j"], "output"),
      fraction(total(["u", "v"], symbol("X", read, "input")), "n"),
    ),
    value: null,
    cells: [],
  };
}

/** How many cells the sum is divided by: rows × columns of the window, and what of it counts. */
function divisorStep(pool: AvgPool, at: readonly number[]): Step {
  const [rows, columns] = divisorSides(pool.window, at);
  const taps = tapsOf(pool.window, pool.x, at, 0);
  return {
    rule: divisorRule(pool, taps, rows * columns),
    line: equation("n", times(rows, columns), rows * columns),
    value: rows * columns,
    cells: refs(
      "x",
      countedTaps(pool, taps).map((tap) => tap.at),
    ),
    facts: {
      ...placeFacts(placeWords(at)),
      rows: countWords(rows, "row", "rows"),
      columns: countWords(columns, "column", "columns"),
      outside: countWords(taps.filter((tap) => !tap.inside).length, "cell", "cells"),
    },
  };
}

function divisorRule(pool: AvgPool, taps: readonly Tap[], divisor: number): Step["rule"] {
  const [rows, columns] = pool.window.kernel ?? [];
  const overhangs = rows !== undefined && columns !== undefined && taps.length < rows * columns;
  if (overhangs) return "avg-pool-divisor-overhang";
  if (taps.every((tap) => tap.inside)) return "avg-pool-divisor";
  return divisor === taps.length ? "avg-pool-divisor-padded" : "avg-pool-divisor-inside";
}

function averageStep(pool: AvgPool, result: Tensor, at: readonly number[]): Step {
  const taps = countedTaps(pool, tapsOf(pool.window, pool.x, at, 0));
  const divisor = divisorOf(pool.window, at);
  const added = taps.reduce((sofar, tap) => sofar + tap.value, 0);
  const scale = taps.reduce((sofar, tap) => sofar + Math.abs(tap.value), 0);
  const value = valueAt(result, at);
  const terms = abridged(taps.map((tap) => number(tap.value, "input")));
  return {
    rule: "avg-pool-cell",
    line: conclude(
      cellName("y", at),
      fraction(sum(...terms), divisor),
      fraction(number(settle(added, scale)), divisor),
      number(settle(value, scale), "output"),
    ),
    value,
    cells: [
      ...refs("y", [at]),
      ...refs(
        "x",
        taps.map((tap) => tap.at),
      ),
    ],
    facts: { ...placeFacts(placeWords(at)), divisor, count: taps.length },
  };
}

function backward(pool: AvgPool, outputShape: readonly number[]): TensorWorking {
  const gradient = outputGradient(pool.question, outputShape);
  const rule = gradientRule(pool);
  const cell = (at: readonly number[]): Step => gradientStep(pool, gradient, at);
  return {
    result: computed(pool.question, "grads.x"),
    rule,
    cell,
    full: (at) => [
      ...rule,
      ...windowsOver(pool.window, at).map((out) => shareStep(pool, gradient, out)),
      cell(at),
    ],
  };
}

function gradientRule(pool: AvgPool): Step[] {
  const planes = planeLetters(pool.x.shape);
  const out = [...planes, "i", "j"];
  return [
    {
      rule: "avg-pool-gradient-why",
      line: equation(
        partial(symbol("X", [...planes, "p", "q"], "input"), "gradient", "Y"),
        fraction(1, "n"),
      ),
      value: null,
      cells: [],
    },
    {
      rule: "avg-pool-gradient-rule",
      line: equation(
        cellName("dx", [...planes, "p", "q"]),
        total(["i", "j"], fraction(cellName("dy", out), symbol("n", ["i", "j"]))),
      ),
      value: null,
      cells: [],
      facts: { given: gradientWords(pool.question) },
    },
  ];
}

/** What one window hands back to each of the cells it averaged. */
function shareStep(pool: AvgPool, gradient: Tensor, out: readonly number[]): Step {
  const divisor = divisorOf(pool.window, out);
  const value = valueAt(gradient, out) / divisor;
  return {
    rule: "avg-pool-gradient-window",
    line: conclude(
      fraction(cellName("dy", out), symbol("n", out)),
      fraction(cellValue("dy", gradient, out), divisor),
      number(settle(value), "gradient"),
    ),
    value,
    cells: refs("dy", [out]),
    facts: { ...placeFacts(placeWords(out)), divisor, arriving: shown(valueAt(gradient, out)) },
  };
}

function gradientStep(pool: AvgPool, gradient: Tensor, at: readonly number[]): Step {
  const over = windowsOver(pool.window, at);
  const left = cellName("dx", at);
  const cells = [...refs("dx", [at]), ...refs("dy", over)];
  const facts = {
    ...placeFacts(placeWords(at)),
    windows: countWords(over.length, "window", "windows"),
  };
  if (over.length === 0) {
    const line = equation(left, number(0, "gradient"));
    return { rule: "pool-gradient-unreached", line, value: 0, cells, facts };
  }
  const shares = over.map((out) => valueAt(gradient, out) / divisorOf(pool.window, out));
  const value = shares.reduce((sofar, share) => sofar + share, 0);
  const scale = shares.reduce((sofar, share) => sofar + Math.abs(share), 0);
  return {
    rule: "avg-pool-gradient-cell",
    line: conclude(
      left,
      sum(...over.map((out) => shareOf(pool, gradient, out))),
      sum(...shares.map((share) => number(settle(share)))),
      number(settle(value, scale), "gradient"),
    ),
    value,
    cells,
    facts,
  };
}

function shareOf(pool: AvgPool, gradient: Tensor, out: readonly number[]): Expression {
  return fraction(cellValue("dy", gradient, out), divisorOf(pool.window, out));
}

function divisorSides(window: PoolWindow, at: readonly number[]): readonly [number, number] {
  return [window.height.counted(at.at(-2) ?? 0), window.width.counted(at.at(-1) ?? 0)];
}

function divisorOf(window: PoolWindow, at: readonly number[]): number {
  const [rows, columns] = divisorSides(window, at);
  return rows * columns;
}

function countedTaps(pool: AvgPool, taps: readonly Tap[]): readonly Tap[] {
  return pool.countsPadding ? taps : taps.filter((tap) => tap.inside);
}
