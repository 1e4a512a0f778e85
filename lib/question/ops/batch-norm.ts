import { type Tensor, batchNormTrain, batchNormTrainGradients } from "@/lib/tensor";
import type { InputName, Question } from "../question";
import { imageShape, liftImage, lowerImage } from "./images";
import { checkVector, optionalTensor, shapeOf, tensorOf } from "./operands";
import type { Forward, Operation } from "./operation";

/** y = γ·(x − μ)/√(σ² + ε) + β with each channel's mean and (biased) variance over the batch. */
export const batchNormTrainOperation: Operation = {
  required: ["x"],
  optional: ["gamma", "beta"],
  params: ["eps"],
  prepare: (question) => {
    const shape = shapeOf(question, "x");
    const channels = imageShape(shape, question.conventions.layout, "x")[1];
    for (const name of ["gamma", "beta"] as const) checkVector(question, name, channels, "channel");
    return { outShape: shape, macs: 0, forward: () => forward(question, channels) };
  },
};

function forward(question: Question, channels: number): Forward {
  const { layout } = question.conventions;
  const { eps = 1e-5 } = question.params;
  const rank = shapeOf(question, "x").length;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const gamma = perChannel(question, "gamma", channels);
  return {
    y: lowerImage(
      batchNormTrain(x, gamma, perChannel(question, "beta", channels), eps).y,
      rank,
      layout,
    ),
    gradients: (dy) => {
      const grads = batchNormTrainGradients(x, gamma, liftImage(dy, layout, "dy"), eps);
      return {
        x: lowerImage(grads.x, rank, layout),
        ...shapedLike(question, "gamma", grads.gamma),
        ...shapedLike(question, "beta", grads.beta),
      };
    },
  };
}

function perChannel(question: Question, name: InputName, channels: number): Tensor | undefined {
  const given = optionalTensor(question, name);
  return given && { shape: [channels], data: given.data };
}

function shapedLike(question: Question, name: InputName, gradient: Tensor) {
  const shape = question.inputs[name]?.shape;
  return shape ? { [name]: { shape, data: gradient.data } } : {};
}
