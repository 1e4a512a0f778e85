import type { Question } from "@/lib/question";
import { KernelError, type Tensor, coordinatesOf, tensor } from "@/lib/tensor";
import { type View, fullCell } from "../view";
import type { TensorAsk, TensorWorking } from "../working";
import { biasCellStep, biasFullSteps, biasRuleSteps } from "./bias";
import { type ConvModel, convModel } from "./model";
import { planOf } from "./plan";
import { cellStep, fullSteps, ruleSteps } from "./steps";

/** How the output and the gradients of a convolution, or of its transpose, are worked out. */
export function convTensor(question: Question, ask: TensorAsk): TensorWorking {
  const model = convModel(question);
  if (ask === "grads.b" && model.b) return biasWorking(model, model.b);
  const plan = planOf(model, ask);
  if (!plan) throw new KernelError("ERR_INPUT", `${question.op} has no ${ask} here.`);
  const cell = (at: readonly number[]) => cellStep(model, plan, fullCell(plan.target, at));
  return {
    result: resultOf(plan.target.shape, (at) => Number(cell(at).value)),
    rule: ruleSteps(model, plan),
    cell,
    full: (at) => fullSteps(model, plan, fullCell(plan.target, at)),
  };
}

function biasWorking({ dy, y }: ConvModel, b: View): TensorWorking {
  const plan = { b, dy, y };
  const cell = (at: readonly number[]) => biasCellStep(plan, at);
  return {
    result: resultOf(b.shape, (at) => Number(cell(at).value)),
    rule: biasRuleSteps(plan),
    cell,
    full: (at) => biasFullSteps(plan, at),
  };
}

function resultOf(shape: readonly number[], value: (at: readonly number[]) => number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(
    shape,
    Array.from({ length: size }, (_, offset) => value(coordinatesOf(shape, offset))),
  );
}
