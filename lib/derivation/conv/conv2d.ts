import type { Question } from "@/lib/question";
import { KernelError, type Tensor, coordinatesOf, tensor } from "@/lib/tensor";
import { equation, shape, symbol } from "@/lib/tex";
import { type View, fullCell } from "../view";
import { windowSizeSteps } from "../window-size";
import type { CountWorking, OpDerivation, TensorAsk, TensorWorking } from "../working";
import { biasCellStep, biasFullSteps, biasRuleSteps } from "./bias";
import { type ConvModel, convModel } from "./model";
import { planOf } from "./plan";
import { cellStep, fullSteps, ruleSteps } from "./steps";

/** Convolution (cross-correlation, as in every deep-learning framework), forward and backward. */
export const conv2dDerivation: OpDerivation = {
  tensors: ["y", "grads.b", "grads.w", "grads.x"],
  tensor: workingOf,
  outputShape,
};

function workingOf(question: Question, ask: TensorAsk): TensorWorking {
  const model = convModel(question);
  if (ask === "grads.b" && model.b) return biasWorking(model, model.b);
  const plan = planOf(model, ask);
  if (!plan) throw new KernelError("ERR_INPUT", `${question.op} has no ${ask}.`);
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

function resultOf(shapeOf: readonly number[], value: (at: readonly number[]) => number): Tensor {
  const size = shapeOf.reduce((product, length) => product * length, 1);
  return tensor(
    shapeOf,
    Array.from({ length: size }, (_, offset) => value(coordinatesOf(shapeOf, offset))),
  );
}

function outputShape(question: Question): CountWorking {
  const model = convModel(question);
  return {
    steps: [
      ...windowSizeSteps({
        height: model.sliding.height,
        width: model.sliding.width,
        rounding: model.rounding,
        same: model.same,
      }),
      shapeStep(model),
    ],
    result: model.y.shape,
  };
}

function shapeStep({ y }: ConvModel) {
  return {
    rule: "output-shape" as const,
    line: equation(symbol("Y", undefined, "output"), shape(y.shape, "output")),
    value: y.shape,
    cells: [],
  };
}
