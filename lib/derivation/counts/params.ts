import { type Question, valuesIn } from "@/lib/question";
import { counts } from "@/lib/question";
import { type Expression, dot, number, parentheses, sum, words } from "@/lib/tex";
import { conclude } from "../conclude";
import { filterOf } from "./filter";
import type { Step } from "../step";
import type { CountWorking } from "../working";
import { type Facts, product } from "../write";

/**
 * The steps to what a layer learns: the weights of one filter, its bias, times the filters.
 *
 * @example 3·5·5 + 1 = 76, then 76·10 = 760
 */
export function deriveParameters(question: Question): CountWorking {
  const result = counts(question).params;
  if (question.op === "batch_norm_train") return { steps: [normStep(question, result)], result };
  const filter = filterOf(question);
  if (!filter) {
    const step: Step = { rule: "parameters-none", line: named(number(0)), value: 0, cells: [] };
    return { steps: [step], result: 0 };
  }
  const hasBias = question.inputs.b !== undefined;
  const learned = filter.weights + (hasBias ? 1 : 0);
  const facts: Facts = {
    learned,
    each: filter.each,
    filters: filter.filters,
    bias: hasBias ? ", and one bias" : "; there is no bias",
  };
  const weights = product(filter.sizes.map((size) => number(size, "kernel")));
  return {
    steps: [
      {
        rule: "parameters-rule",
        line: named(rule(filter.symbols, filter.many, hasBias)),
        value: null,
        cells: [],
        facts,
      },
      {
        rule: filter.sizes.length > 1 ? "parameters-filter" : "parameters-unit",
        line: filterLine(weights, filter.weights, learned),
        value: learned,
        cells: [],
        facts,
      },
      {
        rule: "parameters",
        line: named(
          dot(hasBias ? parentheses(sum(weights, 1)) : weights, filter.filters),
          dot(learned, filter.filters),
          number(result),
        ),
        value: result,
        cells: [],
        facts,
      },
    ],
    result,
  };
}

function rule(symbols: readonly Expression[], many: Expression, hasBias: boolean): Expression {
  const weights = product(symbols);
  return dot(hasBias ? parentheses(sum(weights, 1)) : weights, many);
}

function filterLine(weights: Expression, count: number, learned: number): Expression {
  if (learned === count) return conclude(weights, count);
  return conclude(sum(weights, 1), sum(count, 1), learned);
}

function normStep(question: Question, result: number): Step {
  const each = (["gamma", "beta"] as const).flatMap((name) => {
    const sizes = question.inputs[name]?.shape;
    return sizes ? [valuesIn(sizes)] : [];
  });
  return {
    rule: "parameters-norm",
    line: named(...(each.length > 1 ? [sum(...each)] : []), number(result)),
    value: result,
    cells: [],
    facts: { channels: each[0] ?? 0 },
  };
}

function named(...sides: readonly Expression[]): Expression {
  return conclude(words("parameters"), ...sides);
}
