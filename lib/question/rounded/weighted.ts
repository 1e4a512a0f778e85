import { type Tensor, zeros } from "@/lib/tensor";
import type { InputName, Question } from "../question";
import { forward } from "../solve";
import { boundsOfProducts } from "./bilinear";
import { type Range, highOf, lowOf } from "./range";
import type { Bounds, Given } from "./rule";

/** Convolutions and fully connected layers: y, ∂L/∂x and ∂L/∂w are sums of products, ∂L/∂b is a sum. */
export function weighted(question: Question, given: Given): Bounds {
  const [x, w, dy] = [given("x"), given("w"), given("dy")];
  const hasBias = question.inputs.b !== undefined;
  const y = boundsOfProducts((left, right) => forward(unbiased(question, left, right)).y, x, w);
  const back = (name: InputName, one: Tensor, weights: Tensor, gradient: Tensor): Tensor =>
    forward(unbiased(question, one, weights)).gradients(gradient)[name] ?? one;
  const [anyX, anyW] = [zeros(x.shape), zeros(w.shape)];
  return {
    y: hasBias ? withBias(question, y, given("b")) : y,
    grads: {
      x: boundsOfProducts((gradient, weights) => back("x", anyX, weights, gradient), dy, w),
      w: boundsOfProducts((one, gradient) => back("w", one, anyW, gradient), x, dy),
      ...(hasBias ? { b: biasGradient(question, dy) } : {}),
    },
  };
}

function unbiased(question: Question, x: Tensor, w: Tensor): Question {
  return { ...question, inputs: { x, w } };
}

/** y + b, with b where the operation puts it. */
function withBias(question: Question, y: Range, b: Range): Range {
  const spread = (bias: Tensor) =>
    forward({ ...question, inputs: { ...zeroed(question), b: bias } }).y.data;
  const [low, high] = [spread(lowOf(b)), spread(highOf(b))];
  return {
    shape: y.shape,
    low: y.low.map((value, at) => value + (low[at] ?? 0)),
    high: y.high.map((value, at) => value + (high[at] ?? 0)),
  };
}

function biasGradient(question: Question, dy: Range): Range {
  const inputs = { ...zeroed(question), ...(question.inputs.b ? { b: question.inputs.b } : {}) };
  const { gradients } = forward({ ...question, inputs });
  const [low, high] = [gradients(lowOf(dy)).b, gradients(highOf(dy)).b];
  const none = new Float64Array();
  return { shape: low?.shape ?? [], low: low?.data ?? none, high: high?.data ?? none };
}

function zeroed({ inputs }: Question) {
  return { x: zeros(inputs.x?.shape ?? []), w: zeros(inputs.w?.shape ?? []) };
}
