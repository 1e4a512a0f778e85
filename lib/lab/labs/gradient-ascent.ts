import { conclude } from "@/lib/derivation";
import { forward, questionFrom } from "@/lib/question";
import { KernelError, sizeOf } from "@/lib/tensor";
import {
  type Expression,
  call,
  difference,
  dot,
  equation,
  formatNumber,
  number,
  parentheses,
  partial,
  power,
  proseNumber,
  sum,
  symbol,
  total,
} from "@/lib/tex";
import { type Hill, type Stop, layer, slopeAt, walk } from "../climb";
import { entriesOf, expectWithin } from "../entries";
import type { PlanesFigure, PlotFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, sign } from "../planes";

/** x ← x + η·∂J/∂x on the input of one small layer, beside what descent would do. Cards 43 and 50. */
export const gradientAscentLab = defineLab({
  id: "gradient-ascent",
  title: "Climb with the input",
  lead: "The weights stay as they are; the input moves, a step uphill each time. A kernel as large as the input makes the layer one node of a fully connected layer, such as the score of a class.",
  fields: {
    input: {
      kind: "grid",
      label: "input",
      role: "input",
      start: [
        [1, 0, 2],
        [0, 1, 0],
        [1, 0, 0],
      ],
      most: [6, 6],
    },
    weights: {
      kind: "grid",
      label: "weights",
      role: "kernel",
      start: [
        [1, -1],
        [0, 2],
      ],
      most: [6, 6],
    },
    score: {
      kind: "choice",
      label: "score",
      start: "one",
      options: [
        { value: "one", label: "one output" },
        { value: "sum", label: "the sum of all outputs" },
        { value: "mean", label: "the mean of all outputs" },
      ],
    },
    row: {
      kind: "number",
      label: "row of the one output",
      start: 0,
      least: 0,
      most: 5,
      whole: true,
    },
    column: {
      kind: "number",
      label: "column of the one output",
      start: 1,
      least: 0,
      most: 5,
      whole: true,
    },
    eta: { kind: "number", label: "step size η", start: 0.5, least: 0, most: 10 },
    steps: { kind: "number", label: "number of steps", start: 4, least: 1, most: 10, whole: true },
    penalty: { kind: "number", label: "L2 penalty λ", start: 0, least: 0, most: 1 },
  },
  work({ input, weights, score, row, column, eta, steps, penalty }) {
    expectWithin(weights, input, "weights are");
    const { y } = forward(questionFrom(layer(input, weights)));
    const share = shareOf(score, y.shape, [row, column]);
    const hill: Hill = { weights, share, penalty };
    const up = walk(input, hill, eta, steps);
    const down = walk(input, hill, -eta, steps);
    const slope = slopeAt(input, hill);
    const squares = slope.flat().reduce((all, one) => all + one ** 2, 0);
    const scores = {
      before: scoreAfter(up, 0),
      first: scoreAfter(up, 1),
      after: scoreAfter(up, steps),
      firstDown: scoreAfter(down, 1),
      down: scoreAfter(down, steps),
    };
    const named = symbolOf(score, [row, column]);
    return {
      results: { ...scores, squares, gain: scores.first - scores.before, eta },
      parts: [
        stepFigure(input, slope, up[1]?.x ?? input, eta),
        scoreFigure(up, down),
        endsFigure(up, down, steps),
        {
          kind: "steps",
          steps: [
            ...ruleSteps(named, penalty),
            ...cellSteps(input, slope, up[1]?.x ?? input, eta),
            ...scoreSteps(scores, { eta, squares, penalty }),
          ],
        },
        {
          kind: "player",
          title: "The gradient for the input, step by step",
          question: { ...layer(input, weights), dy: share },
          asks: ["y", "grads.x"],
        },
      ],
    };
  },
});

/** ∂S/∂Y: how much each output counts in the score. */
function shareOf(score: string, shape: readonly number[], at: readonly [number, number]): Rows {
  const [height = 0, width = 0] = shape;
  const [row, column] = at;
  if (score === "one" && (row >= height || column >= width)) throw outside(shape, at);
  const each = score === "mean" ? 1 / sizeOf(shape) : 1;
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (__, j) =>
      score !== "one" || (i === row && j === column) ? each : 0,
    ),
  );
}

function outside([height = 0, width = 0]: readonly number[], at: readonly number[]): KernelError {
  return new KernelError(
    "ERR_INDEX",
    `The output is ${height}×${width}, so it has no cell in row ${at[0]}, column ${at[1]}; counted from 0, the last is in row ${height - 1}, column ${width - 1}.`,
  );
}

function scoreAfter(stops: readonly Stop[], steps: number): number {
  return stops[steps]?.score ?? Number.NaN;
}

function stepFigure(before: Rows, slope: Rows, after: Rows, eta: number): PlanesFigure {
  return {
    kind: "planes",
    title: "One step uphill",
    items: [
      grid("input before", "input", before),
      sign(`+ ${proseNumber(eta)} ·`),
      grid("gradient for the input", "gradient", slope),
      sign("="),
      grid("input after", "input", after),
    ],
  };
}

function scoreFigure(up: readonly Stop[], down: readonly Stop[]): PlotFigure {
  return {
    kind: "plot",
    title: "The score after each step",
    x: { label: "step", scale: "linear" },
    y: { label: "score", scale: "linear" },
    series: [
      { label: "gradient ascent", role: "output", points: pointsOf(up) },
      { label: "gradient descent", role: "gradient", points: pointsOf(down) },
    ],
  };
}

function pointsOf(stops: readonly Stop[]): [step: number, score: number][] {
  return stops.map(({ score }, step) => [step, score]);
}

function endsFigure(up: readonly Stop[], down: readonly Stop[], steps: number): PlanesFigure {
  const after = `after ${steps === 1 ? "one step" : `${steps} steps`}`;
  return {
    kind: "planes",
    title: "Where the two walks lead",
    items: [
      grid("the input as given", "input", up[0]?.x ?? []),
      grid(`ascent, ${after}`, "input", up[steps]?.x ?? []),
      grid(`descent, ${after}`, "input", down[steps]?.x ?? []),
    ],
  };
}

const X = symbol("X", [], "input");
const SCORE = symbol("S", [], "output");

function symbolOf(score: string, at: readonly [number, number]): Expression {
  if (score === "one") return symbol("Y", at, "output");
  const outputs = symbol("Y", ["i", "j"], "output");
  return score === "sum" ? total(["i", "j"], outputs) : call("mean", outputs);
}

function ruleSteps(named: Expression, penalty: number): LabStep[] {
  const objective = penalty > 0 ? "J" : "S";
  const squares = total(["i", "j"], power(symbol("X", ["i", "j"], "input"), 2));
  return [
    { says: "The score that is to grow.", line: equation(SCORE, named) },
    ...(penalty > 0
      ? [
          {
            says: "A price on large values keeps the input from growing without end.",
            line: equation("J", difference("S", dot("\\lambda", squares))),
          },
        ]
      : []),
    {
      says: "Ascent **adds** the gradient, since it points to where the score grows fastest. Descent would subtract it. The weights are not touched.",
      line: equation(
        symbol("X'", [], "input"),
        sum(X, dot("\\eta", partial(X, "gradient", objective))),
      ),
    },
  ];
}

/** The cell with the steepest slope, as an example; the figure holds them all. */
function cellSteps(before: Rows, slope: Rows, after: Rows, eta: number): LabStep[] {
  const { row, column, value } = entriesOf(slope).reduce((best, cell) =>
    Math.abs(cell.value) > Math.abs(best.value) ? cell : best,
  );
  return [
    {
      says: `One cell of the first step, where the slope is steepest: row ${row}, column ${column}.`,
      line: conclude(
        symbol("X'", [row, column], "input"),
        sum(number(before[row]?.[column] ?? 0, "input"), dot(eta, number(value, "gradient"))),
        number(after[row]?.[column] ?? 0, "input"),
      ),
    },
  ];
}

interface Scores {
  readonly before: number;
  readonly first: number;
  readonly firstDown: number;
}

interface Setting {
  readonly eta: number;
  readonly squares: number;
  readonly penalty: number;
}

function scoreSteps({ before, first, firstDown }: Scores, setting: Setting): LabStep[] {
  return [
    {
      says: `The score was ${proseNumber(before)}. After one step uphill:`,
      line: conclude(symbol("S_up", [], "output"), number(first, "output")),
    },
    {
      says: "After one step of descent instead:",
      line: conclude(symbol("S_down", [], "output"), number(firstDown, "output")),
    },
    ...gainStep(first - before, setting),
  ];
}

/** Of a score that is linear in the input, without a price, the first step gains η·Σ(∂S/∂X)². */
function gainStep(gain: number, { eta, squares, penalty }: Setting): LabStep[] {
  if (penalty > 0) return [];
  const slope = partial(symbol("X", ["i", "j"], "input"), "gradient", "S");
  return [
    {
      says: `Why uphill is certain here: the step gains the step size times the sum of the squared slopes, ${formatNumber(squares)}, and squares are never negative.`,
      line: conclude(
        dot("\\eta", total(["i", "j"], power(parentheses(slope), 2))),
        dot(eta, squares),
        number(gain, "output"),
      ),
    },
  ];
}
