import type { Question } from "../question";
import { forward } from "../solve";
import { type Range, highOf, lowOf } from "./range";
import type { Bounds, Given } from "./rule";

/** Averages and unpooling: y never falls where x rises, and ∂L/∂x never falls where dy rises. */
export function monotone(question: Question, given: Given): Bounds {
  const dy = given("dy");
  const { gradients } = forward(question);
  const [low, high] = [gradients(lowOf(dy)).x, gradients(highOf(dy)).x];
  const y = rising(question, given("x"));
  return { y, grads: low && high ? { x: between(low, high) } : {} };
}

/** y of an operation that never falls where x rises: its values at both ends of x. */
export function rising(question: Question, x: Range): Range {
  const at = (end: typeof lowOf) =>
    forward({ ...question, inputs: { ...question.inputs, x: end(x) } }).y;
  return between(at(lowOf), at(highOf));
}

function between(low: ReturnType<typeof lowOf>, high: ReturnType<typeof lowOf>): Range {
  return { shape: low.shape, low: low.data, high: high.data };
}
