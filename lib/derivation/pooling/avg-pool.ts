import type { Question } from "@/lib/question";
import {
  type Expression,
  equation,
  negative,
  fraction,
  number,
  partial,
  symbol,
  times,
  total,
} from "@/lib/tex";
import { spanSteps } from "./adaptive-span";
import { conclude, settle, sumOf } from "../conclude";
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
import { IN_LETTERS, OUT_LETTERS } from "./max-pool";
import { countWords, placeFacts } from "../place";
import { type PoolWindow, type Tap, poolWindowOf, tapsOf, windowsOver } from "./pool-window";
import type { Step } from "../step";
import { type View, valueIn } from "../view";
import type { TensorAsk, TensorWorking } from "../working";
import { shown, symbolStep } from "../write";

interface AvgPool {
  readonly question: Question;
  readonly window: PoolWindow;
  readonly x: View;
  readonly countsPadding: boolean;
}

/** Average pooling, whichever way its windows are laid: y, and ∂L/∂X, which is shared out evenly. */
export function avgPoolWorking(question: Question, ask: TensorAsk): TensorWorking {
  const x = imageView(question, "x", givenTensor(question, "x"));
  const pool: AvgPool = {
    question,
    window: poolWindowOf(question, planeSize(x)),
    x,
    countsPadding: question.params.count_include_pad ?? true,
  };
  return ask === "y" ? forward(pool) : backward(pool);
}

function forward(pool: AvgPool): TensorWorking {
  const result = computed(pool.question, "y");
  const y = imageView(pool.question, "y", result);
  const rule = [averageRule(pool, y)];
  const cell = (at: readonly number[]): Step => averageStep(pool, y, cellAt(y, at));
  return {
    result,
    rule,
    cell,
    full: (at) => {
      const out = cellAt(y, at);
      const spans = spanSteps(pool.question, planeSize(pool.x), out);
      return [...rule, ...spans, divisorStep(pool, y, out), cell(at)];
    },
  };
}

function averageRule({ window, x }: AvgPool, y: View): Step {
  const read = ["n", "c", window.height.rule("i", "u"), window.width.rule("j", "v")];
  return symbolStep(
    "avg-pool-rule",
    imageName(y, OUT_LETTERS),
    fraction(total(["u", "v"], imageName(x, read)), symbol("m")),
  );
}

/** How many cells the sum is divided by: rows × columns of the window, and what of it counts. */
function divisorStep(pool: AvgPool, y: View, out: ImageCell): Step {
  const [rows, columns] = divisorSides(pool.window, out);
  const taps = tapsOf(pool.window, pool.x, out, 0);
  return {
    rule: divisorRule(pool, taps, rows * columns),
    line: equation("m", times(rows, columns), rows * columns),
    value: rows * columns,
    cells: imageRefs(
      pool.x,
      countedTaps(pool, taps).map((tap) => tap.at),
    ),
    facts: {
      ...placeFacts(imagePlace(y, out)),
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

function averageStep(pool: AvgPool, y: View, out: ImageCell): Step {
  const taps = countedTaps(pool, tapsOf(pool.window, pool.x, out, 0));
  const divisor = divisorOf(pool.window, out);
  const added = taps.reduce((sofar, tap) => sofar + tap.value, 0);
  const scale = taps.reduce((sofar, tap) => sofar + Math.abs(tap.value), 0);
  const value = valueIn(y, out);
  const terms = taps.map((tap) => number(tap.value, "input"));
  return {
    rule: "avg-pool-cell",
    line: conclude(
      imageName(y, out),
      fraction(sumOf(terms), divisor),
      fraction(number(settle(added, scale)), divisor),
      number(settle(value, scale), "output"),
    ),
    value,
    cells: [
      ...imageRefs(y, [out]),
      ...imageRefs(
        pool.x,
        taps.map((tap) => tap.at),
      ),
    ],
    facts: { ...placeFacts(imagePlace(y, out)), divisor },
  };
}

function backward(pool: AvgPool): TensorWorking {
  const { question, window } = pool;
  const result = computed(question, "grads.x");
  const dx = imageView(question, "dx", result);
  const y = imageView(question, "y", computed(question, "y"));
  const dy = imageView(question, "dy", outputGradient(question, y.shape));
  const rule = gradientRule(pool, dx, dy, y);
  const cell = (at: readonly number[]): Step => gradientStep(pool, dx, dy, cellAt(dx, at));
  return {
    result,
    rule,
    cell,
    full: (at) => {
      const over = windowsOver(window, cellAt(dx, at));
      return [...rule, ...over.map((out) => shareStep(pool, dy, out)), cell(at)];
    },
  };
}

function gradientRule(pool: AvgPool, dx: View, dy: View, y: View): Step[] {
  return [
    symbolStep(
      "avg-pool-gradient-why",
      partial(imageName(pool.x, IN_LETTERS), "gradient", imageName(y, OUT_LETTERS)),
      fraction(1, "m"),
    ),
    symbolStep(
      "avg-pool-gradient-rule",
      imageName(dx, IN_LETTERS),
      total(["i", "j"], fraction(imageName(dy, OUT_LETTERS), symbol("m", ["i", "j"]))),
      { given: gradientWords(pool.question) },
    ),
  ];
}

/** What one window hands back to each of the cells it averaged. */
function shareStep(pool: AvgPool, dy: View, out: ImageCell): Step {
  const divisor = divisorOf(pool.window, out);
  const value = valueIn(dy, out) / divisor;
  return {
    rule: "avg-pool-gradient-window",
    line: conclude(
      fraction(imageName(dy, out), symbol("m", [out[2], out[3]])),
      fraction(imageValue(dy, out), divisor),
      number(settle(value), "gradient"),
    ),
    value,
    cells: imageRefs(dy, [out]),
    facts: {
      ...placeFacts(imagePlace(dy, out)),
      divisor: countWords(divisor, "cell", "cells"),
      arriving: shown(valueIn(dy, out)),
    },
  };
}

function gradientStep(pool: AvgPool, dx: View, dy: View, cell: ImageCell): Step {
  const over = windowsOver(pool.window, cell);
  const left = imageName(dx, cell);
  const cells = [...imageRefs(dx, [cell]), ...imageRefs(dy, over)];
  const facts = {
    ...placeFacts(imagePlace(dx, cell)),
    windows: countWords(over.length, "window", "windows"),
    shares: over.length === 1 ? "its share is all that comes back" : "add their shares",
  };
  if (over.length === 0) {
    const line = equation(left, number(0, "gradient"));
    return { rule: "pool-gradient-unreached", line, value: 0, cells, facts };
  }
  const shares = over.map((out) => valueIn(dy, out) / divisorOf(pool.window, out));
  const scale = shares.reduce((sofar, share) => sofar + Math.abs(share), 0);
  const value = valueIn(dx, cell);
  return {
    rule: "avg-pool-gradient-cell",
    line: conclude(
      left,
      sumOf(over.map((out) => shareOf(pool, dy, out))),
      sumOf(shares.map((share) => number(settle(share)))),
      number(settle(value, scale), "gradient"),
    ),
    value,
    cells,
    facts,
  };
}

/** G/m, its minus in front, so that a sum subtracts it. */
function shareOf(pool: AvgPool, dy: View, out: ImageCell): Expression {
  const value = settle(valueIn(dy, out));
  const share = fraction(number(Math.abs(value), dy.role), divisorOf(pool.window, out));
  return value < 0 ? negative(share) : share;
}

function divisorSides(window: PoolWindow, out: ImageCell): readonly [number, number] {
  return [window.height.counted(out[2]), window.width.counted(out[3])];
}

function divisorOf(window: PoolWindow, out: ImageCell): number {
  const [rows, columns] = divisorSides(window, out);
  return rows * columns;
}

function countedTaps(pool: AvgPool, taps: readonly Tap[]): readonly Tap[] {
  return pool.countsPadding ? taps : taps.filter((tap) => tap.inside);
}
