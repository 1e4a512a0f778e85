import type { Question, Solution } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { solutionOf } from "../solution";
import { type View, fullCell } from "../view";
import type { TensorAsk, TensorWorking } from "../working";
import { biasCellStep, biasFullSteps, biasRuleSteps } from "./bias";
import { type ConvModel, convModel } from "./model";
import { planOf } from "./plan";
import { cellStep, fullSteps, ruleSteps } from "./steps";

/** How the output and the gradients of a convolution, or of its transpose, are worked out. */
export function convTensor(question: Question, ask: TensorAsk): TensorWorking {
  const result = resultOf(solutionOf(question), ask);
  const model = convModel(question);
  if (ask === "grads.b" && model.b && result) return biasWorking(model, model.b, result);
  const plan = planOf(model, ask);
  if (!plan || !result) throw new KernelError("ERR_INPUT", `${question.op} has no ${ask} here.`);
  const cell = (at: readonly number[]) => cellStep(model, plan, fullCell(plan.target, at));
  return {
    result,
    rule: ruleSteps(model, plan),
    cell,
    full: (at) => fullSteps(model, plan, fullCell(plan.target, at)),
  };
}

function biasWorking({ dy, y }: ConvModel, b: View, result: Tensor): TensorWorking {
  const plan = { b, dy, y };
  const cell = (at: readonly number[]) => biasCellStep(plan, at);
  return {
    result,
    rule: biasRuleSteps(plan),
    cell,
    full: (at) => biasFullSteps(plan, at),
  };
}

function resultOf({ y, grads }: Solution, ask: TensorAsk): Tensor | undefined {
  switch (ask) {
    case "y":
      return y;
    case "grads.x":
      return grads?.x;
    case "grads.w":
      return grads?.w;
    case "grads.b":
      return grads?.b;
    default:
      return undefined;
  }
}
