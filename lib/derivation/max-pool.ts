import type { Question } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import {
  type Expression,
  call,
  dot,
  equation,
  number,
  partial,
  sum,
  symbol,
  total,
} from "@/lib/tex";
import { abridged, conclude } from "./conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "./given";
import { countWords, placeFacts, placeWords } from "./place";
import { type PoolWindow, type Tap, poolWindowOf, tapsOf, windowsOver } from "./pool-window";
import type { Step } from "./step";
import type { TensorAsk, TensorWorking } from "./working";
import { cellName, refs, shown } from "./write";

interface MaxPool {
  readonly question: Question;
  readonly window: PoolWindow;
  readonly x: Tensor;
  readonly y: Tensor;
  readonly indices: Tensor;
}

/**
 * Max pooling, whichever way its windows are laid: y, the recorded indices, and ∂L/∂X, which goes to
 * the cell that won.
 */
export function maxPoolWorking(question: Question, ask: TensorAsk): TensorWorking {
  const pool: MaxPool = {
    question,
    window: poolWindowOf(question),
    x: givenTensor(question, "x"),
    y: computed(question, "y"),
    indices: computed(question, "indices"),
  };
  if (ask === "y") return forward(pool);
  return ask === "indices" ? recorded(pool) : backward(pool);
}

function forward(pool: MaxPool): TensorWorking {
  const rule = [maxRule(pool)];
  const cell = (at: readonly number[]): Step => maxStep(pool, at);
  return { result: pool.y, rule, cell, full: (at) => [...rule, windowStep(pool, at), cell(at)] };
}

function maxRule({ window, y }: MaxPool): Step {
  const planes = planeLetters(y.shape);
  const read = [...planes, window.height.rule("i", "u"), window.width.rule("j", "v")];
  return {
    rule: "max-pool-rule",
    line: equation(
      symbol("Y", [...planes, "i", "j"], "output"),
      call("max", symbol("X", read, "input")),
    ),
    value: null,
    cells: [],
  };
}

function windowStep(pool: MaxPool, at: readonly number[]): Step {
  const taps = tapsOf(pool.window, pool.x, at, Number.NEGATIVE_INFINITY);
  const names = taps.map((tap) => (tap.inside ? cellName("x", tap.at) : number(tap.value)));
  const outside = taps.filter((tap) => !tap.inside).length;
  return {
    rule: "max-pool-window",
    line: equation(cellName("y", at), call("max", ...abridged(names))),
    value: null,
    cells: [
      ...refs("y", [at]),
      ...refs(
        "x",
        taps.map((tap) => tap.at),
      ),
    ],
    facts: {
      ...placeFacts(placeWords(at)),
      count: taps.length,
      padding: outside ? `; ${countWords(outside, "cell is", "cells are")} padding, −∞` : "",
    },
  };
}

function maxStep(pool: MaxPool, at: readonly number[]): Step {
  const taps = tapsOf(pool.window, pool.x, at, Number.NEGATIVE_INFINITY);
  const value = valueAt(pool.y, at);
  const largest = taps.filter((tap) => tap.inside && tap.value === value).length;
  return {
    rule: largest > 1 ? "max-pool-tie" : "max-pool-cell",
    line: conclude(cellName("y", at), maxOf(taps), number(value, "output")),
    value,
    cells: [
      ...refs("y", [at]),
      ...refs(
        "x",
        taps.map((tap) => tap.at),
      ),
    ],
    facts: {
      ...placeFacts(placeWords(at)),
      winner: placeWords(winnerOf(pool, at)),
      count: largest,
    },
  };
}

function recorded(pool: MaxPool): TensorWorking {
  const width = pool.x.shape.at(-1) ?? 0;
  const planes = planeLetters(pool.y.shape);
  const rule: Step = {
    rule: "pool-index-rule",
    line: equation(symbol("I", [...planes, "i", "j"], "output"), sum(dot("p", number(width)), "q")),
    value: null,
    cells: [],
    facts: { width },
  };
  const cell = (at: readonly number[]): Step => indexStep(pool, at);
  return {
    result: pool.indices,
    rule: [rule],
    cell,
    full: (at) => [rule, winnerStep(pool, at, "pool-index-winner", {}), cell(at)],
  };
}

function indexStep(pool: MaxPool, at: readonly number[]): Step {
  const winner = winnerOf(pool, at);
  const [row, column] = [winner.at(-2) ?? 0, winner.at(-1) ?? 0];
  const value = valueAt(pool.indices, at);
  return {
    rule: "pool-index-cell",
    line: conclude(
      cellName("indices", at),
      sum(dot(row, pool.x.shape.at(-1) ?? 0), column),
      number(value, "output"),
    ),
    value,
    cells: [...refs("indices", [at]), ...refs("x", [winner])],
    facts: { ...placeFacts(placeWords(at)), winner: placeWords(winner) },
  };
}

function backward(pool: MaxPool): TensorWorking {
  const gradient = outputGradient(pool.question, pool.y.shape);
  const rule = gradientRule(pool);
  const cell = (at: readonly number[]): Step => gradientStep(pool, gradient, at);
  return {
    result: computed(pool.question, "grads.x"),
    rule,
    cell,
    full: (at) => [
      ...rule,
      ...windowsOver(pool.window, at).map((out) => contestStep(pool, gradient, at, out)),
      cell(at),
    ],
  };
}

function gradientRule(pool: MaxPool): Step[] {
  const planes = planeLetters(pool.x.shape);
  const input = symbol("X", [...planes, "p", "q"], "input");
  const output = [...planes, "i", "j"];
  return [
    {
      rule: "max-pool-gradient-why",
      line: equation(partial(input, "gradient", "Y"), 1),
      value: null,
      cells: [],
    },
    {
      rule: "max-pool-gradient-rule",
      line: equation(
        cellName("dx", [...planes, "p", "q"]),
        total(["i", "j"], cellName("dy", output)),
      ),
      value: null,
      cells: [],
      facts: { given: gradientWords(pool.question) },
    },
  ];
}

/** One window that holds the cell: whether it won, and what therefore comes back. */
function contestStep(
  pool: MaxPool,
  gradient: Tensor,
  at: readonly number[],
  out: readonly number[],
): Step {
  const own = valueAt(pool.x, at);
  const won = sameCell(winnerOf(pool, out), at);
  const tied = !won && own === valueAt(pool.y, out);
  return winnerStep(
    pool,
    out,
    won ? "max-pool-window-won" : tied ? "max-pool-window-tied" : "max-pool-window-lost",
    { arriving: shown(valueAt(gradient, out)), own: shown(own) },
  );
}

function winnerStep(
  pool: MaxPool,
  out: readonly number[],
  rule: Step["rule"],
  facts: Readonly<Record<string, number | string>>,
): Step {
  const winner = winnerOf(pool, out);
  const taps = tapsOf(pool.window, pool.x, out, Number.NEGATIVE_INFINITY);
  const value = valueAt(pool.y, out);
  return {
    rule,
    line: conclude(cellName("y", out), maxOf(taps), number(value, "output"), cellName("x", winner)),
    value,
    cells: [
      ...refs("y", [out]),
      ...refs(
        "x",
        taps.map((tap) => tap.at),
      ),
    ],
    facts: { ...placeFacts(placeWords(out)), winner: placeWords(winner), ...facts },
  };
}

function gradientStep(pool: MaxPool, gradient: Tensor, at: readonly number[]): Step {
  const over = windowsOver(pool.window, at);
  const won = over.filter((out) => sameCell(winnerOf(pool, out), at));
  const value = won.reduce((sofar, out) => sofar + valueAt(gradient, out), 0);
  const left = cellName("dx", at);
  const cells = [...refs("dx", [at]), ...refs("x", [at]), ...refs("dy", won)];
  const facts = {
    ...placeFacts(placeWords(at)),
    count: won.length,
    windows: countWords(over.length, "window", "windows"),
    won: countWords(won.length, "window", "windows"),
  };
  if (won.length === 0) {
    const rule = over.length ? "max-pool-gradient-zero" : "pool-gradient-unreached";
    return { rule, line: equation(left, number(0, "gradient")), value: 0, cells, facts };
  }
  return {
    rule: "max-pool-gradient-cell",
    line: conclude(
      left,
      sum(...won.map((out) => cellName("dy", out))),
      sum(...won.map((out) => number(valueAt(gradient, out), "gradient"))),
      number(value, "gradient"),
    ),
    value,
    cells,
    facts,
  };
}

/** The input cell whose value an output took: the index is recorded within its own plane. */
function winnerOf(pool: MaxPool, out: readonly number[]): readonly number[] {
  const index = valueAt(pool.indices, out);
  return [...out.slice(0, -2), ...coordinatesOf(pool.x.shape.slice(-2), index)];
}

function sameCell(one: readonly number[], other: readonly number[]): boolean {
  return one.every((index, axis) => index === other[axis]);
}

function maxOf(taps: readonly Tap[]): Expression {
  return call("max", ...abridged(taps.map((tap) => number(tap.value, "input"))));
}

/** Letters for the axes before height and width. @example planeLetters([1, 2, 4, 4]) // ["n", "c"] */
export function planeLetters(shape: readonly number[]): string[] {
  return ["n", "c"].slice(Math.max(4 - shape.length, 0));
}
