import { type Tensor, batchNormTrain, batchNormTrainGradients } from "@/lib/tensor";
import type { InputName, Question } from "../question";
import { valuesIn } from "../sizes";
import { type ImageShape, imageShape, liftImage, lowerImage } from "./images";
import { checkVector, optionalTensor, shapeOf, tensorOf } from "./operands";
import type { Forward, Operation } from "./operation";

/**
 * y = γ·(x − μ)/√(σ² + ε) + β with each channel's mean and (biased) variance over the batch. Of rank 2 see
 * `readsRows`.
 */
export const batchNormTrainOperation: Operation = {
  required: ["x"],
  optional: ["gamma", "beta"],
  params: ["eps"],
  prepare: (question) => {
    const lifted = liftedShape(question);
    for (const name of ["gamma", "beta"] as const)
      checkVector(question, name, lifted[1], "channel");
    return {
      outShape: shapeOf(question, "x"),
      macs: 0,
      forward: () => forward(question, lifted),
    };
  },
};

/**
 * Whether a batch normalisation of rank 2 reads N×features: where gamma or beta has one value for each of several
 * columns. Otherwise rank 2 is one plane H×W, as everywhere among images.
 *
 * @example readsRows(questionFrom({ op: "batch_norm_train", inputs: { x: [[1, 2], [3, 5]], gamma: [1, 1] } })) // true
 */
export function readsRows({ op, inputs }: Question): boolean {
  const [, columns = 1, ...more] = inputs.x?.shape ?? [];
  if (op !== "batch_norm_train" || columns === 1 || more.length > 0) return false;
  return [inputs.gamma, inputs.beta].some((one) => one && valuesIn(one.shape) === columns);
}

function liftedShape(question: Question): ImageShape {
  const shape = shapeOf(question, "x");
  const [rows = 0, columns = 0] = shape;
  if (readsRows(question)) return [rows, columns, 1, 1];
  return imageShape(shape, question.conventions.layout, "x");
}

function forward(question: Question, lifted: ImageShape): Forward {
  const { eps = 1e-5 } = question.params;
  const shape = shapeOf(question, "x");
  const { layout } = question.conventions;
  const lift = (source: Tensor, name: string): Tensor =>
    shape.length > 2 ? liftImage(source, layout, name) : { shape: lifted, data: source.data };
  const lower = (source: Tensor): Tensor =>
    shape.length > 2 ? lowerImage(source, shape.length, layout) : { shape, data: source.data };
  const x = lift(tensorOf(question, "x"), "x");
  const gamma = perChannel(question, "gamma", lifted[1]);
  const beta = perChannel(question, "beta", lifted[1]);
  return {
    y: lower(batchNormTrain(x, gamma, beta, eps).y),
    gradients: (dy) => {
      const grads = batchNormTrainGradients(x, gamma, lift(dy, "dy"), eps);
      return {
        x: lower(grads.x),
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
