import type { Question } from "@/lib/question";
import { type Expression, fraction, symbol } from "@/lib/tex";
import { givenShape } from "../given";

/** What one output value is made with: a filter of a convolution, a row of a linear layer. */
export interface Filter {
  /** The sizes whose product is the number of its weights. */
  readonly sizes: readonly number[];
  readonly symbols: readonly Expression[];
  readonly weights: number;
  /** How many of them the layer has. */
  readonly filters: number;
  readonly many: Expression;
  /** What captions call it. */
  readonly each: string;
}

/** The filter of an operation with weights; undefined for one without. */
export function filterOf(question: Question): Filter | undefined {
  const { groups = 1 } = question.params;
  if (question.op === "conv2d") return convFilter(question, groups);
  if (question.op === "conv_transpose2d") return transposedFilter(question, groups);
  return question.op === "linear" ? linearRow(question) : undefined;
}

function convFilter(question: Question, groups: number): Filter {
  const [filters = 1, channels = 1, height = 1, width = 1] = atRank4(givenShape(question, "w"));
  const inChannels = groups > 1 ? fraction(symbol("C_in"), "G") : symbol("C_in");
  return {
    sizes: [channels, height, width],
    symbols: [inChannels, symbol("k_h"), symbol("k_w")],
    weights: channels * height * width,
    filters,
    many: symbol("C_out"),
    each: "filter",
  };
}

/** Cin × Cout/G × kH × kW: each output channel has its own kernel for every input channel of its group. */
function transposedFilter(question: Question, groups: number): Filter {
  const given = givenShape(question, "w");
  const lifted = given.length === 3 ? [given[0] ?? 1, 1, ...given.slice(1)] : atRank4(given);
  const [inChannels = 1, perGroup = 1, height = 1, width = 1] = lifted;
  return {
    sizes: [inChannels / groups, height, width],
    symbols: [
      groups > 1 ? fraction(symbol("C_in"), "G") : symbol("C_in"),
      symbol("k_h"),
      symbol("k_w"),
    ],
    weights: (inChannels / groups) * height * width,
    filters: perGroup * groups,
    many: symbol("C_out"),
    each: "output channel",
  };
}

function linearRow(question: Question): Filter {
  const [filters = 1, inFeatures = 1] = givenShape(question, "w");
  return {
    sizes: [inFeatures],
    symbols: [symbol("F_in")],
    weights: inFeatures,
    filters,
    many: symbol("F_out"),
    each: "output feature",
  };
}

function atRank4(shape: readonly number[]): readonly number[] {
  return [...[1, 1, 1, 1].slice(shape.length), ...shape];
}
