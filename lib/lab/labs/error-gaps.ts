import { KernelError } from "@/lib/tensor";
import { difference, equation, list, number, proseNumber, sum, symbol } from "@/lib/tex";
import type { BarsFigure, TableFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

/** Errors of one model in percent: of the best of its class, of itself on its training data, and on new data. */
interface Model {
  readonly name: string;
  readonly best: number;
  readonly train: number;
  readonly test: number;
}

/** What one model's test error is made of, in percentage points, beside the best possible error. */
interface Gaps {
  readonly modelling: number;
  readonly optimisation: number;
  readonly estimation: number;
}

/**
 * Where a model's error comes from. Cards 3–7 and 12. After Bottou and Bousquet 2008, The Tradeoffs of Large Scale
 * Learning, all in error on new data: modelling (there: approximation) = best of the class − best possible;
 * estimation + optimisation = test − best of the class. Their exact border is the test error of a perfect optimiser,
 * which nobody knows; the training error stands in for it. The best of the class would make about its own error on
 * the training data too, so at least what is above it there was left by the optimiser:
 * optimisation = max(training, best of the class) − best of the class;
 * estimation = test − max(training, best of the class).
 */
export const errorGapsLab = defineLab({
  id: "error-gaps",
  title: "Where the error comes from",
  lead: "Each row is a model, a small one and a large one to begin with; the figures are invented. Lower a training error, raise a test error, and watch which gap takes it up.",
  fields: {
    possible: {
      kind: "number",
      label: "best possible error (%)",
      start: 5,
      least: 0,
      most: 100,
    },
    models: {
      kind: "grid",
      label: "errors of each model (%)",
      columns: ["best of its class", "training", "test"],
      start: [
        [37, 38, 41],
        [8, 12, 20],
      ],
      most: [3, 3],
      least: 0,
    },
  },
  work({ possible, models }) {
    const read = models.map(modelOf);
    for (const model of read) checkOrder(model, possible);
    const gaps = read.map((model) => gapsOf(model, possible));
    return {
      results: { possible, ...resultsOf(read, gaps) },
      parts: [
        gapBars(read, gaps),
        errorBars(read, possible),
        tableOf(read, gaps),
        { kind: "steps", steps: read.flatMap((model) => stepsOf(model, possible)) },
      ],
    };
  },
});

const NAMES = ["first", "second", "third"];

function modelOf([best = 0, train = 0, test = 0]: readonly number[], index: number): Model {
  return { name: NAMES[index] ?? "last", best, train, test };
}

function gapsOf({ best, train, test }: Model, possible: number): Gaps {
  const reached = Math.max(train, best);
  return { modelling: best - possible, optimisation: reached - best, estimation: test - reached };
}

/** Refuses what no model can do, with the reason. */
function checkOrder({ name, best, train, test }: Model, possible: number): void {
  const [b, tr, te, p] = [best, train, test, possible].map(proseNumber);
  const rules: readonly (readonly [broken: boolean, says: string])[] = [
    [
      Math.max(best, train, test) > 100,
      `An error is a share of the examples, so at most 100 %; the ${name} model has a larger one.`,
    ],
    [
      best < possible,
      `The best of the ${name} model’s class cannot err less (${b} %) than the best possible (${p} %); raise it to ${p} % or more.`,
    ],
    [
      test < best,
      `On new data the ${name} model cannot err less (${te} %) than the best of its class (${b} %), which it belongs to; a test error of ${b} % or more fits.`,
    ],
    [
      test < train,
      `The ${name} model errs less on new data (${te} %) than on what it was trained on (${tr} %), so something else was measured: dropout left on, say, or easier data. A test error of ${tr} % or more fits.`,
    ],
  ];
  const problem = rules.find(([broken]) => broken)?.[1];
  if (problem !== undefined) throw new KernelError("ERR_INPUT", problem);
}

/** E.g. { firstModelling: 32, firstGap: 3 }; the gap is test − training. */
function resultsOf(models: readonly Model[], gaps: readonly Gaps[]): Record<string, number> {
  const pairs = models.flatMap(({ name, best, train, test }, index) => {
    const { modelling = 0, optimisation = 0, estimation = 0 } = gaps[index] ?? {};
    return Object.entries({
      [`${name}Best`]: best,
      [`${name}Train`]: train,
      [`${name}Test`]: test,
      [`${name}Modelling`]: modelling,
      [`${name}Optimisation`]: optimisation,
      [`${name}Estimation`]: estimation,
      [`${name}Gap`]: test - train,
    });
  });
  return Object.fromEntries(pairs);
}

function gapBars(models: readonly Model[], gaps: readonly Gaps[]): BarsFigure {
  return {
    kind: "bars",
    title: "What each model’s error is made of, above the best possible",
    unit: "percentage points",
    bars: models.flatMap(({ name }, index) => {
      const { modelling = 0, optimisation = 0, estimation = 0 } = gaps[index] ?? {};
      return [
        { label: `${name} model: modelling`, value: modelling, role: "input" as const },
        { label: `${name} model: optimisation`, value: optimisation, role: "gradient" as const },
        { label: `${name} model: estimation`, value: estimation, role: "output" as const },
      ];
    }),
  };
}

function errorBars(models: readonly Model[], possible: number): BarsFigure {
  return {
    kind: "bars",
    title: "The errors between which the gaps lie",
    unit: "% of the examples",
    bars: [
      { label: "best possible", value: possible, role: "kernel" },
      ...models.flatMap(({ name, best, train, test }) => [
        { label: `${name} model: best of its class`, value: best, role: "input" as const },
        { label: `${name} model: training`, value: train, role: "gradient" as const },
        { label: `${name} model: test`, value: test, role: "output" as const },
      ]),
    ],
  };
}

function tableOf(models: readonly Model[], gaps: readonly Gaps[]): TableFigure {
  const row = (gap: string, read: (gaps: Gaps) => number) => [gap, ...gaps.map(read)];
  return {
    kind: "table",
    title: "Which gap is which",
    head: ["gap", ...models.map(({ name }) => `${name} model`)],
    rows: [
      row("modelling: from the best possible error to the best of the class", (g) => g.modelling),
      row(
        "optimisation: from the best of the class up to the training error",
        (g) => g.optimisation,
      ),
      row("estimation: from there up to the test error", (g) => g.estimation),
    ],
  };
}

function stepsOf(model: Model, possible: number): LabStep[] {
  const { name, best, train, test } = model;
  const { modelling, optimisation, estimation } = gapsOf(model, possible);
  return [
    {
      says: `The ${name} model, modelling: how far even the best weights of its class stay above the best possible error.`,
      line: gapLine("E_modelling", ["E_class", best], ["E_possible", possible], modelling),
    },
    optimisationStep(model, optimisation),
    {
      says:
        train >= best
          ? `Estimation: what comes on top on new data, since ${proseNumber(train)} % on the training data became ${proseNumber(test)} % there.`
          : "Estimation: the training data were fitted more closely than the class can do on new data, so all that is above the best of the class is the sample’s fault.",
      line: gapLine(
        "E_estimation",
        ["E_test", test],
        train >= best ? ["E_train", train] : ["E_class", best],
        estimation,
      ),
    },
    {
      says: "All together, from the best possible error up, they are the test error.",
      line: equation(symbol("E_test"), sum(possible, modelling, optimisation, estimation), test),
    },
  ];
}

function optimisationStep({ best, train }: Model, optimisation: number): LabStep {
  if (train >= best) {
    return {
      says: "Optimisation: the best weights of the class would err at least about this much less on the training data; they were not found.",
      line: gapLine("E_optimisation", ["E_train", train], ["E_class", best], optimisation),
    };
  }
  return {
    says: "Optimisation: the training error is below that of the best of the class, so nothing shows that the optimiser fell short.",
    line: list(equation(symbol("E_optimisation"), number(optimisation))),
  };
}

type Named = readonly [symbol: string, value: number];

/** E.g. E_modelling = E_class − E_possible = 37 − 5 = 32. */
function gapLine(gap: string, [high, upper]: Named, [low, lower]: Named, value: number) {
  return equation(
    symbol(gap),
    difference(symbol(high), symbol(low)),
    difference(upper, lower),
    value,
  );
}
