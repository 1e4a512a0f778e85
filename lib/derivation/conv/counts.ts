import type { Question } from "@/lib/question";
import {
  type Expression,
  type Writable,
  dot,
  equation,
  fraction,
  number,
  parentheses,
  shape,
  sum,
  symbol,
  times,
  words,
} from "@/lib/tex";
import type { Step } from "../step";
import { transposedSizeSteps } from "../transposed-size";
import { sizeAlong } from "../view";
import { windowSizeSteps } from "../window-size";
import type { CountWorking } from "../working";
import { type ConvModel, convModel } from "./model";

/** The steps to the shape of y. */
export function convOutputShape(question: Question): CountWorking {
  const model = convModel(question);
  const { height, width } = model.sliding;
  const planes = model.transposed
    ? transposedSizeSteps({ height, width, outputPadding: model.outputPadding })
    : windowSizeSteps({ height, width, rounding: model.rounding, same: model.same });
  return { steps: [...planes, shapeStep(model)], result: model.y.shape };
}

/** The steps to the number of weights and biases. */
export function convParameters(question: Question): CountWorking {
  const model = convModel(question);
  const { sliding, w, b, transposed } = model;
  const [filters, channels] = [sizeAlong(w, 0), sizeAlong(w, 1)];
  const kernel = [sliding.height.kernel, sliding.width.kernel];
  const weights = channels * sizeAlong(w, 2) * sizeAlong(w, 3);
  const biases = b ? outChannelsOf(model) : 0;
  const count = filters * weights + biases;
  const line = transposed
    ? sumOrOnly(dot(filters, channels, ...kernel), b ? [biases] : [])
    : dot(b ? parentheses(sum(dot(channels, ...kernel), 1)) : dot(channels, ...kernel), filters);
  const between = transposed
    ? b && sum(filters * weights, biases)
    : dot(b ? weights + 1 : weights, filters);
  return {
    steps: [
      {
        rule: transposed ? "transposed-parameters-rule" : "parameters-rule",
        line: equation(words("parameters"), parametersRule(model)),
        value: null,
        cells: [],
        facts: { bias: b ? ", add its bias," : "" },
      },
      {
        rule: "parameters",
        line: equation(words("parameters"), line, ...(between ? [between] : []), count),
        value: count,
        cells: [],
      },
    ],
    result: count,
  };
}

/** The steps to the number of multiply–adds. */
export function convMacs(question: Question): CountWorking {
  const model = convModel(question);
  const { sliding, transposed, x, y, w, b } = model;
  const plane = transposed ? x : y;
  const sizes = [0, 1, 2, 3].map((axis) => sizeAlong(plane, axis));
  const kernel = [1, 2, 3].map((axis) => sizeAlong(w, axis));
  const [positions, each] = [product(sizes), product(kernel)];
  const outputs = product(y.shape);
  const biased = b !== undefined && question.conventions.macs === "with_bias";
  const count = positions * each + (biased ? outputs : 0);
  const withBias = (line: Expression, extra: Writable): Expression =>
    biased ? sum(line, extra) : line;
  const shown = sliding.batch > 1 ? sizes : sizes.slice(1);
  return {
    steps: [
      {
        rule: transposed ? "transposed-macs-rule" : "macs-rule",
        line: equation(words("MACs"), withBias(macsRule(model), words("outputs"))),
        value: null,
        cells: [],
      },
      {
        rule: "macs",
        line: equation(
          words("MACs"),
          withBias(dot(parentheses(times(...shown)), parentheses(times(...kernel))), outputs),
          withBias(dot(positions, each), outputs),
          count,
        ),
        value: count,
        cells: [],
        facts: { positions, each, outputs, bias: biased ? "; this count adds each bias too" : "" },
      },
    ],
    result: count,
  };
}

function shapeStep({ y }: ConvModel): Step {
  return {
    rule: "output-shape",
    line: equation(symbol("Y", undefined, "output"), shape(y.shape, "output")),
    value: y.shape,
    cells: [],
    facts: { axes: y.shape.length },
  };
}

function outChannelsOf({ transposed, sliding }: ConvModel): number {
  return transposed ? sliding.bigChannels : sliding.smallChannels;
}

/** (C_in · k_h · k_w + 1) · C_out, the channels divided by the groups where there are some. */
function parametersRule({ sliding, transposed, b }: ConvModel): Expression {
  const grouped = (name: string): Expression =>
    sliding.groups > 1 ? fraction(name, number(sliding.groups)) : symbol(name);
  if (transposed) {
    const weights = dot("C_in", grouped("C_out"), "k_h", "k_w");
    return sumOrOnly(weights, b ? ["C_out"] : []);
  }
  const filter = dot(grouped("C_in"), "k_h", "k_w");
  return b ? dot(parentheses(sum(filter, 1)), "C_out") : dot(filter, "C_out");
}

function macsRule({ sliding, transposed }: ConvModel): Expression {
  const batch: Writable[] = sliding.batch > 1 ? ["N"] : [];
  const grouped = (name: string): Expression =>
    sliding.groups > 1 ? fraction(name, number(sliding.groups)) : symbol(name);
  const [positions, each] = transposed
    ? [dot(...batch, "C_in", "H", "W"), dot(grouped("C_out"), "k_h", "k_w")]
    : [dot(...batch, "C_out", "H_out", "W_out"), dot(grouped("C_in"), "k_h", "k_w")];
  return dot(parentheses(positions), parentheses(each));
}

function sumOrOnly(first: Expression, others: readonly Writable[]): Expression {
  return others.length > 0 ? sum(first, ...others) : first;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}
