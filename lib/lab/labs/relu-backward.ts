import { conclude } from "@/lib/derivation";
import { KernelError, type Tensor, fromNested, relu, reluGradient } from "@/lib/tensor";
import {
  type Expression,
  call,
  dot,
  equation,
  list,
  number,
  phrase,
  proseNumber,
  relation,
  symbol,
  words,
} from "@/lib/tex";
import { type Entry, entriesOf, sizeOf } from "../entries";
import type { GridItem, PlanesFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, rowsOf, sign } from "../planes";

/** What each rule lets through. */
interface Passed {
  readonly backprop: Rows;
  readonly deconvnet: Rows;
  readonly guided: Rows;
}

/** Backpropagation, the deconvnet and guided backpropagation through one ReLU. Card 44. */
export const reluBackwardLab = defineLab({
  id: "relu-backward",
  title: "Three ways back through ReLU",
  lead: "Each cell has two signs: that of the input that went forward, and that of the gradient that arrives. Change one and watch which of the three rules still lets the gradient through.",
  fields: {
    input: {
      kind: "grid",
      label: "forward input",
      role: "input",
      start: [
        [2, -1, 3],
        [-4, 1, -2],
        [0, 5, -3],
      ],
      most: [4, 4],
      size: "plane",
    },
    gradient: {
      kind: "grid",
      label: "arriving gradient",
      role: "gradient",
      start: [
        [-1, 4, 2],
        [3, -2, -5],
        [1, 6, -3],
      ],
      most: [4, 4],
      size: "plane",
    },
  },
  work({ input, gradient }) {
    expectSameSize(gradient, input);
    const [x, arriving] = [fromNested(input), fromNested(gradient)];
    const passed = passedBack(x, arriving);
    return {
      results: {
        cells: x.data.length,
        backprop: reached(passed.backprop),
        deconvnet: reached(passed.deconvnet),
        guided: reached(passed.guided),
      },
      parts: [
        figureOf(input, gradient, passed),
        {
          kind: "steps",
          steps: [...RULES, ...entriesOf(input).map((cell) => cellStep(cell, gradient, passed))],
        },
        {
          kind: "player",
          title: "Plain backpropagation, step by step",
          question: { op: "relu", inputs: { x: input }, dy: gradient },
          asks: ["grads.x"],
        },
      ],
    };
  },
});

function expectSameSize(gradient: Rows, input: Rows): void {
  if (sizeOf(gradient) === sizeOf(input)) return;
  throw new KernelError(
    "ERR_GRADIENT",
    `The arriving gradient is ${sizeOf(gradient)} and the forward input ${sizeOf(input)}; ReLU changes no shape, so a gradient of ${sizeOf(input)} would fit.`,
  );
}

/** Backprop asks the input, the deconvnet (a ReLU on the way back) asks the gradient, guided asks both. */
function passedBack(x: Tensor, arriving: Tensor): Passed {
  const backprop = reluGradient(x, arriving);
  return {
    backprop: rowsOf(backprop),
    deconvnet: rowsOf(relu(arriving)),
    guided: rowsOf(relu(backprop)),
  };
}

function reached(rows: Rows): number {
  return rows.flat().filter((value) => value !== 0).length;
}

function figureOf(input: Rows, gradient: Rows, passed: Passed): PlanesFigure {
  return {
    kind: "planes",
    title: "One gradient, three rules",
    items: [
      grid("forward input X", "input", input),
      grid("arriving gradient G", "gradient", gradient),
      sign("→"),
      passing("backprop", passed.backprop),
      passing("deconvnet", passed.deconvnet),
      passing("guided backprop", passed.guided),
    ],
  };
}

/** A rule’s plane, lit where something passes. */
function passing(rule: string, rows: Rows): GridItem {
  const through = entriesOf(rows).filter(({ value }) => value !== 0);
  return grid(
    rule,
    "gradient",
    rows,
    through.map(({ row, column }) => [row, column]),
  );
}

const INPUT = symbol("X", ["i", "j"], "input");
const ARRIVING = symbol("G", ["i", "j"], "gradient");

const RULES: readonly LabStep[] = [
  {
    says: "Backpropagation looks at the **input** alone: the gradient passes where the input was above 0.",
    line: ruleLine("backprop", ARRIVING, relation(">", INPUT, 0)),
  },
  {
    says: "The deconvnet looks at the **gradient** alone: it passes where it is above 0 itself, whatever the input was.",
    line: ruleLine("deconvnet", ARRIVING, relation(">", ARRIVING, 0)),
  },
  {
    says: "Guided backpropagation asks for **both**, so it passes the least.",
    line: ruleLine("guided", ARRIVING, relation(">", INPUT, 0), relation(">", ARRIVING, 0)),
  },
];

function ruleLine(rule: string, passes: Expression, ...conditions: Expression[]): Expression {
  const [first, ...others] = conditions;
  return equation(
    ruleName(rule, ["i", "j"]),
    phrase(
      passes,
      words("where"),
      first ?? words("always"),
      ...others.flatMap((one) => [words("and"), one]),
      words("else"),
      0,
    ),
  );
}

/** What a rule sends back to one cell: R with the rule’s name. */
function ruleName(rule: string, at: readonly (number | string)[]): Expression {
  return symbol("R", [words(rule), ...at], "gradient");
}

function cellStep({ row, column, value }: Entry, gradient: Rows, passed: Passed): LabStep {
  const arriving = gradient[row]?.[column] ?? 0;
  const went = value > 0 ? "above 0, so the forward gate is open" : "not above 0, so it is shut";
  const comes = arriving > 0 ? "positive" : "not positive";
  const at = [row, column];
  const back = (rows: Rows) => number(rows[row]?.[column] ?? 0, "gradient");
  const gate = value > 0 ? 1 : 0;
  const positive = call("max", 0, number(arriving, "gradient"));
  return {
    says: `Row ${row}, column ${column}: the input was ${proseNumber(value)}, ${went}; the gradient ${proseNumber(arriving)} is ${comes}.`,
    line: list(
      conclude(
        ruleName("backprop", at),
        dot(gate, number(arriving, "gradient")),
        back(passed.backprop),
      ),
      conclude(ruleName("deconvnet", at), positive, back(passed.deconvnet)),
      conclude(ruleName("guided", at), dot(gate, positive), back(passed.guided)),
    ),
  };
}
