import { type Question, counts, valuesIn } from "@/lib/question";
import { type Expression, dot, number, sum, symbol, times, words } from "@/lib/tex";
import { conclude } from "../conclude";
import { type Filter, filterOf } from "./filter";
import { planeOfShape } from "../image";
import type { RuleId } from "../rules";
import type { Step } from "../step";
import type { CountWorking } from "../working";
import { type Facts, product } from "../write";

/**
 * The steps to the multiply–adds of a layer: how many values come out (of a transposed convolution: go
 * in), times the products that each of them takes.
 *
 * @example 10·32·32 = 10 240 values, 3·5·5 = 75 products each: 768 000
 */
export function deriveMacs(question: Question): CountWorking {
  const result = counts(question).macs;
  const filter = filterOf(question);
  if (!filter) return { steps: [step("macs-none", named(number(0)), 0)], result: 0 };
  return {
    steps:
      question.op === "conv_transpose2d"
        ? scattered(question, result)
        : gathered(question, filter, result),
    result,
  };
}

/** FLOPs = 2 · MACs, by the convention that a multiply–add is two operations. */
export function deriveFlops(question: Question): CountWorking {
  const { steps, result: macs } = deriveMacs(question);
  const result = 2 * Number(macs);
  const line = conclude(words("FLOPs"), dot(2, Number(macs)), result);
  return { steps: [...steps, step("flops", line, result)], result };
}

function gathered(question: Question, filter: Filter, result: number): Step[] {
  const sizes = counts(question).shapes.y ?? [];
  const values = valuesIn(sizes);
  const withBias = biasCounts(question);
  const products = filter.weights + (withBias ? 1 : 0);
  const facts: Facts = { each: "output value", values, products };
  const weights = product(filter.sizes.map((size) => number(size, "kernel")));
  return [
    step("macs-rule", named(dot(words("values of Y"), product(filter.symbols))), null, facts),
    step("macs-places", sized(sizes, values), values, facts),
    ...(filter.sizes.length > 1
      ? [step("macs-each", conclude(weights, filter.weights), filter.weights, facts)]
      : []),
    ...(withBias ? [step("macs-bias", conclude(sum(filter.weights, 1), products), products)] : []),
    step("macs", named(dot(values, products), number(result)), result, facts),
  ];
}

/** Every input value is multiplied by every weight of its channel, also where the product is cropped. */
function scattered(question: Question, result: number): Step[] {
  const { x = [], w = [], y = [] } = counts(question).shapes;
  const values = valuesIn(x);
  const [inChannels, plane] = [channelsOf(question, x), w.slice(-2)];
  const perValue = valuesIn(w) / inChannels;
  const outPerGroup = perValue / valuesIn(plane);
  const products = values * perValue;
  const outputs = valuesIn(y);
  const facts: Facts = { each: "input value", values, products: perValue };
  const weights = product([outPerGroup, ...plane].map((size) => number(size, "kernel")));
  return [
    step("macs-transposed-places", sized(x, values), values, facts),
    step("macs-each", conclude(weights, perValue), perValue, facts),
    step("macs", named(dot(values, perValue), number(products)), products, facts),
    ...(biasCounts(question)
      ? [step("macs-transposed-bias", named(sum(products, outputs), number(result)), result)]
      : []),
  ];
}

function channelsOf(question: Question, sizes: readonly number[]): number {
  const [height, width] = planeOfShape(question, sizes);
  const batch = sizes.length === 4 ? (sizes[0] ?? 1) : 1;
  return valuesIn(sizes) / (batch * height * width || 1);
}

function biasCounts({ conventions, inputs }: Question): boolean {
  return conventions.macs === "with_bias" && inputs.b !== undefined;
}

/** A count as the product of the sizes, where there is more than one. */
function sized(sizes: readonly number[], values: number): Expression {
  return conclude(...(sizes.length > 1 ? [times(...sizes)] : [symbol("n")]), values);
}

function step(rule: RuleId, line: Expression, value: number | null, facts: Facts = {}): Step {
  return { rule, line, value, cells: [], facts };
}

function named(...sides: readonly Expression[]): Expression {
  return conclude(words("MACs"), ...sides);
}
