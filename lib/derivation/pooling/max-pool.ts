import type { Question } from "@/lib/question";
import { call, dot, equation, number, partial, sum, total, type Expression } from "@/lib/tex";
import { spanSteps } from "./adaptive-span";
import { abridged, conclude, sumOf } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import {
  type ImageCell,
  cellAt,
  imageName,
  imagePlace,
  imageRefs,
  imageValue,
  imageView,
  planeSize,
} from "../image";
import { countWords, placeFacts } from "../place";
import { type PoolWindow, type Tap, poolWindowOf, tapsOf, windowsOver } from "./pool-window";
import type { Step } from "../step";
import { type View, valueIn } from "../view";
import type { TensorAsk, TensorWorking } from "../working";
import { type Facts, shown, symbolStep } from "../write";

/** Letters for an output cell, of which only the axes that matter are shown. */
export const OUT_LETTERS = ["n", "c", "i", "j"] as const;
/** Letters for an input cell. */
export const IN_LETTERS = ["n", "c", "p", "q"] as const;

interface MaxPool {
  readonly question: Question;
  readonly window: PoolWindow;
  readonly x: View;
  readonly y: View;
  readonly indices: View;
}

/**
 * Max pooling, whichever way its windows are laid: y, the recorded indices, and ∂L/∂X, which goes to
 * the cell that won.
 */
export function maxPoolWorking(question: Question, ask: TensorAsk): TensorWorking {
  const x = imageView(question, "x", givenTensor(question, "x"));
  const pool: MaxPool = {
    question,
    window: poolWindowOf(question, planeSize(x)),
    x,
    y: imageView(question, "y", computed(question, "y")),
    indices: imageView(question, "indices", computed(question, "indices")),
  };
  if (ask === "y") return forward(pool);
  return ask === "indices" ? recorded(pool) : backward(pool);
}

function forward(pool: MaxPool): TensorWorking {
  const rule = [maxRule(pool)];
  const cell = (at: readonly number[]): Step => maxStep(pool, cellAt(pool.y, at));
  return {
    result: computed(pool.question, "y"),
    rule,
    cell,
    full: (at) => {
      const out = cellAt(pool.y, at);
      const spans = spanSteps(pool.question, planeSize(pool.x), out);
      return [...rule, ...spans, windowStep(pool, out), cell(at)];
    },
  };
}

function maxRule({ window, x, y }: MaxPool): Step {
  const read = ["n", "c", window.height.rule("i", "u"), window.width.rule("j", "v")];
  return symbolStep("max-pool-rule", imageName(y, OUT_LETTERS), call("max", imageName(x, read)));
}

function windowStep(pool: MaxPool, out: ImageCell): Step {
  const taps = tapsOf(pool.window, pool.x, out, Number.NEGATIVE_INFINITY);
  const names = taps.map((tap) => (tap.inside ? imageName(pool.x, tap.at) : number(tap.value)));
  const outside = taps.filter((tap) => !tap.inside).length;
  return {
    rule: "max-pool-window",
    line: equation(imageName(pool.y, out), call("max", ...abridged(names))),
    value: null,
    cells: windowCells(pool, out, taps),
    facts: {
      ...placeFacts(imagePlace(pool.y, out)),
      window: countWords(taps.length, "cell", "cells"),
      padding: outside ? `; ${countWords(outside, "is", "are")} padding, which counts as −∞` : "",
    },
  };
}

function maxStep(pool: MaxPool, out: ImageCell): Step {
  const taps = tapsOf(pool.window, pool.x, out, Number.NEGATIVE_INFINITY);
  const value = valueIn(pool.y, out);
  const largest = taps.filter((tap) => tap.inside && tap.value === value).length;
  return {
    rule: largest > 1 ? "max-pool-tie" : "max-pool-cell",
    line: conclude(imageName(pool.y, out), maxOf(taps, value), number(value, "output")),
    value,
    cells: windowCells(pool, out, taps),
    facts: {
      ...placeFacts(imagePlace(pool.y, out)),
      winner: winnerPlace(pool, out),
      count: largest,
    },
  };
}

function recorded(pool: MaxPool): TensorWorking {
  const width = planeSize(pool.x)[1];
  const rule = symbolStep(
    "pool-index-rule",
    imageName(pool.indices, OUT_LETTERS),
    sum(dot("p", number(width)), "q"),
    { width: countWords(width, "cell", "cells") },
  );
  const cell = (at: readonly number[]): Step => indexStep(pool, cellAt(pool.y, at));
  return {
    result: computed(pool.question, "indices"),
    rule: [rule],
    cell,
    full: (at) => [rule, winnerStep(pool, cellAt(pool.y, at), "pool-index-winner", {}), cell(at)],
  };
}

function indexStep(pool: MaxPool, out: ImageCell): Step {
  const winner = winnerOf(pool, out);
  const value = valueIn(pool.indices, out);
  if (value < 0) return paddingAlone(pool, out, value);
  return {
    rule: "pool-index-cell",
    line: conclude(
      imageName(pool.indices, out),
      sum(dot(winner[2], planeSize(pool.x)[1]), winner[3]),
      number(value, "output"),
    ),
    value,
    cells: [...imageRefs(pool.indices, [out]), ...imageRefs(pool.x, [winner])],
    facts: { ...placeFacts(imagePlace(pool.y, out)), winner: winnerPlace(pool, out) },
  };
}

/** A dilated window can step over the whole input: then no cell is its maximum. */
function paddingAlone(pool: MaxPool, out: ImageCell, value: number): Step {
  return {
    rule: "pool-index-none",
    line: equation(imageName(pool.indices, out), number(value, "output")),
    value,
    cells: imageRefs(pool.indices, [out]),
    facts: placeFacts(imagePlace(pool.y, out)),
  };
}

function backward(pool: MaxPool): TensorWorking {
  const { question, window, y } = pool;
  const result = computed(question, "grads.x");
  const dx = imageView(question, "dx", result);
  const dy = imageView(question, "dy", outputGradient(question, y.shape));
  const rule = gradientRule(pool, dx, dy);
  const cell = (at: readonly number[]): Step => gradientStep(pool, dx, dy, cellAt(dx, at));
  return {
    result,
    rule,
    cell,
    full: (at) => {
      const own = cellAt(dx, at);
      const over = windowsOver(window, own);
      return [...rule, ...over.map((out) => contestStep(pool, dy, own, out)), cell(at)];
    },
  };
}

function gradientRule(pool: MaxPool, dx: View, dy: View): Step[] {
  return [
    symbolStep(
      "max-pool-gradient-why",
      partial(imageName(pool.x, IN_LETTERS), "gradient", imageName(pool.y, OUT_LETTERS)),
      number(1),
    ),
    symbolStep(
      "max-pool-gradient-rule",
      imageName(dx, IN_LETTERS),
      total(["i", "j"], imageName(dy, OUT_LETTERS)),
      { given: gradientWords(pool.question) },
    ),
  ];
}

/** One window that holds the cell: whether it won, and what therefore comes back. */
function contestStep(pool: MaxPool, dy: View, cell: ImageCell, out: ImageCell): Step {
  const own = valueIn(pool.x, cell);
  const won = sameCell(winnerOf(pool, out), cell);
  const tied = own === valueIn(pool.y, out);
  const lost = tied ? "max-pool-window-tied" : "max-pool-window-lost";
  return winnerStep(pool, out, won ? "max-pool-window-won" : lost, {
    arriving: shown(valueIn(dy, out)),
    own: shown(own),
  });
}

function winnerStep(pool: MaxPool, out: ImageCell, rule: Step["rule"], facts: Facts): Step {
  const taps = tapsOf(pool.window, pool.x, out, Number.NEGATIVE_INFINITY);
  const value = valueIn(pool.y, out);
  const largest = [maxOf(taps, value), number(value, "output")];
  const winner = winnerOf(pool, out);
  const named = winner[2] < 0 ? [] : [imageName(pool.x, winner)];
  return {
    rule,
    line: conclude(imageName(pool.y, out), ...largest, ...named),
    value,
    cells: windowCells(pool, out, taps),
    facts: { ...placeFacts(imagePlace(pool.y, out)), winner: winnerPlace(pool, out), ...facts },
  };
}

function gradientStep(pool: MaxPool, dx: View, dy: View, cell: ImageCell): Step {
  const over = windowsOver(pool.window, cell);
  const won = over.filter((out) => sameCell(winnerOf(pool, out), cell));
  const value = won.reduce((sofar, out) => sofar + valueIn(dy, out), 0);
  const left = imageName(dx, cell);
  const cells = [...imageRefs(dx, [cell]), ...imageRefs(pool.x, [cell]), ...imageRefs(dy, won)];
  const facts = {
    ...placeFacts(imagePlace(dx, cell)),
    windows: countWords(over.length, "window", "windows"),
    won: countWords(won.length, "window", "windows"),
    back: won.length === 1 ? "take what it sends back" : "add what they send back",
  };
  if (won.length === 0) {
    const rule = over.length ? "max-pool-gradient-zero" : "pool-gradient-unreached";
    return { rule, line: equation(left, number(0, "gradient")), value: 0, cells, facts };
  }
  const line = conclude(
    left,
    sumOf(won.map((out) => imageName(dy, out))),
    sumOf(won.map((out) => imageValue(dy, out))),
    number(value, "gradient"),
  );
  return { rule: "max-pool-gradient-cell", line, value, cells, facts };
}

/** The input cell whose value an output took: the index is recorded within its own plane. */
function winnerOf(pool: MaxPool, [image, channel, row, column]: ImageCell): ImageCell {
  const index = valueIn(pool.indices, [image, channel, row, column]);
  const width = planeSize(pool.x)[1];
  return [image, channel, Math.floor(index / width), index % width];
}

function winnerPlace(pool: MaxPool, out: ImageCell): string {
  const [, , row, column] = winnerOf(pool, out);
  return row < 0 ? "no cell of the input" : `row ${row}, column ${column}`;
}

function windowCells(pool: MaxPool, out: ImageCell, taps: readonly Tap[]): Step["cells"] {
  return [
    ...imageRefs(pool.y, [out]),
    ...imageRefs(
      pool.x,
      taps.map((tap) => tap.at),
    ),
  ];
}

function sameCell(one: ImageCell, other: ImageCell): boolean {
  return one.every((index, axis) => index === other[axis]);
}

/** The maximum of the taps; the one that is largest is shown, however many there are. */
function maxOf(taps: readonly Tap[], value: number): Expression {
  const winner = taps.findIndex((tap) => tap.inside && Object.is(tap.value, value));
  const terms = taps.map((tap) => number(tap.value, "input"));
  return call("max", ...abridged(terms, Math.max(winner, 0)));
}
