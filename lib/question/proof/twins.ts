import type { Tensor } from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import { readsRows } from "../ops/batch-norm";
import { convOptions } from "../ops/conv2d";
import { convTransposeOptions } from "../ops/conv-transpose2d";
import { imageShape, liftImage, lowerImage } from "../ops/images";
import { biasOf, optionalTensor, shapeOf, tensorOf } from "../ops/operands";
import type { Forward } from "../ops/operation";
import { poolOptions } from "../ops/pool2d";
import { liftWeights, lowerWeights } from "../ops/weights";
import type { InputName, Op, Question } from "../question";
import { valuesIn } from "../sizes";

/** Every operation of `OPERATIONS` by the twin's algorithm, which has no code in common with the kernel's; `outShape` is y's. */
export const TWINS: Readonly<
  Record<Op, (question: Question, outShape: readonly number[]) => Forward>
> = {
  conv2d,
  conv_transpose2d: convTranspose2d,
  max_pool2d: (question) => maxima(question, (x) => twin.maxPool2d(x, poolOptions(question))),
  avg_pool2d: averages,
  max_unpool2d: maxUnpool2d,
  global_avg_pool2d: (question) => adaptiveAverages(question, 1),
  global_max_pool2d: (question) => maxima(question, (x) => twin.adaptiveMaxPool2d(x, 1)),
  adaptive_avg_pool2d: (question) => adaptiveAverages(question, question.params.output_size ?? 1),
  adaptive_max_pool2d: (question) =>
    maxima(question, (x) => twin.adaptiveMaxPool2d(x, question.params.output_size ?? 1)),
  linear,
  relu: (question) => {
    const x = tensorOf(question, "x");
    return { y: twin.relu(x), gradients: (dy) => ({ x: twin.reluGradient(x, dy) }) };
  },
  softmax: (question) => {
    const { axis = -1 } = question.params;
    const y = twin.softmax(tensorOf(question, "x"), axis);
    return { y, gradients: (dy) => ({ x: twin.softmaxGradient(y, dy, axis) }) };
  },
  cross_entropy: crossEntropy,
  mse_loss: (question) => {
    const [x, target] = [tensorOf(question, "x"), tensorOf(question, "target")];
    return {
      y: twin.mseLoss(x, target),
      gradients: (dy) => ({ x: twin.mseLossGradient(x, target, dy) }),
    };
  },
  batch_norm_train: batchNorm,
  gram,
};

/** The images of a question as N×C×H×W, and results back in its own rank and layout. */
function images(question: Question) {
  const { layout } = question.conventions;
  const rank = shapeOf(question, "x").length;
  return {
    x: liftImage(tensorOf(question, "x"), layout, "x"),
    lift: (source: Tensor) => liftImage(source, layout, "dy"),
    lower: (source: Tensor) => lowerImage(source, rank, layout),
  };
}

function conv2d(question: Question): Forward {
  const { x, lift, lower } = images(question);
  const [w, options] = [liftWeights(question), convOptions(question)];
  return {
    y: lower(twin.conv2d(x, w, biasOf(question, w.shape[0] ?? 1), options)),
    gradients: (dy) => ({
      x: lower(twin.conv2dInputGradient(lift(dy), w, x.shape, options)),
      w: lowerWeights(question, twin.conv2dWeightGradient(x, lift(dy), w.shape, options)),
      ...shapedLike(question, "b", twin.conv2dBiasGradient(lift(dy))),
    }),
  };
}

function convTranspose2d(question: Question): Forward {
  const { x, lift, lower } = images(question);
  const [w, options] = [liftWeights(question), convTransposeOptions(question)];
  const outChannels = (w.shape[1] ?? 1) * (question.params.groups ?? 1);
  return {
    y: lower(twin.convTranspose2d(x, w, biasOf(question, outChannels), options)),
    gradients: (dy) => ({
      x: lower(twin.convTranspose2dInputGradient(lift(dy), w, x.shape, options)),
      w: lowerWeights(question, twin.convTranspose2dWeightGradient(x, lift(dy), w.shape, options)),
      ...shapedLike(question, "b", twin.convTranspose2dBiasGradient(lift(dy))),
    }),
  };
}

function maxima(
  question: Question,
  over: (x: Tensor) => { readonly y: Tensor; readonly indices: Tensor },
): Forward {
  const { x, lift, lower } = images(question);
  const { y, indices } = over(x);
  return {
    y: lower(y),
    indices: lower(indices),
    gradients: (dy) => ({ x: lower(twin.maxPool2dGradient(lift(dy), indices, x.shape)) }),
  };
}

function averages(question: Question): Forward {
  const { x, lift, lower } = images(question);
  const options = {
    ...poolOptions(question),
    countIncludePad: question.params.count_include_pad ?? true,
  };
  return {
    y: lower(twin.avgPool2d(x, options)),
    gradients: (dy) => ({ x: lower(twin.avgPool2dGradient(lift(dy), x.shape, options)) }),
  };
}

function adaptiveAverages(
  question: Question,
  size: number | readonly [height: number, width: number],
): Forward {
  const { x, lift, lower } = images(question);
  return {
    y: lower(twin.adaptiveAvgPool2d(x, size)),
    gradients: (dy) => ({ x: lower(twin.adaptiveAvgPool2dGradient(lift(dy), x.shape)) }),
  };
}

function maxUnpool2d(question: Question, outShape: readonly number[]): Forward {
  const { x, lift, lower } = images(question);
  const indices = lift(tensorOf(question, "indices"));
  const [, , height, width] = imageShape(outShape, question.conventions.layout, "y");
  const y = twin.maxUnpool2d(x, indices, [height, width], question.params.overlap ?? "overwrite");
  return {
    y: lower(y),
    gradients: (dy) => ({ x: lower(twin.maxUnpool2dGradient(lift(dy), indices)) }),
  };
}

function linear(question: Question): Forward {
  const given = tensorOf(question, "x");
  const [x, w] = [asRows(given), tensorOf(question, "w")];
  const outFeatures = w.shape[0] ?? 1;
  const y = twin.linear(x, w, biasOf(question, outFeatures));
  return {
    y: { shape: [...given.shape.slice(0, -1), outFeatures], data: y.data },
    gradients: (dy) => ({
      x: { shape: given.shape, data: twin.linearInputGradient(asRows(dy), w).data },
      w: twin.linearWeightGradient(x, asRows(dy)),
      ...shapedLike(question, "b", twin.linearBiasGradient(asRows(dy))),
    }),
  };
}

function crossEntropy(question: Question): Forward {
  const given = tensorOf(question, "x");
  const x = asRows(given);
  const target: Tensor = { shape: [x.shape[0] ?? 1], data: tensorOf(question, "target").data };
  return {
    y: twin.crossEntropy(x, target),
    gradients: (dy) => ({
      x: { shape: given.shape, data: twin.crossEntropyGradient(x, target, dy).data },
    }),
  };
}

function batchNorm(question: Question): Forward {
  const { eps = 1e-5 } = question.params;
  const given = tensorOf(question, "x");
  const { layout } = question.conventions;
  const lifted = readsRows(question)
    ? [...given.shape, 1, 1]
    : imageShape(given.shape, layout, "x");
  const isPlain = given.shape.length === 2;
  const lift = (source: Tensor): Tensor =>
    isPlain ? { shape: lifted, data: source.data } : liftImage(source, layout, "x");
  const lower = (source: Tensor): Tensor =>
    isPlain
      ? { shape: given.shape, data: source.data }
      : lowerImage(source, given.shape.length, layout);
  const vector = (name: "gamma" | "beta"): Tensor | undefined => {
    const found = optionalTensor(question, name);
    return found && { shape: [lifted[1] ?? 1], data: found.data };
  };
  const x = lift(given);
  return {
    y: lower(twin.batchNormTrain(x, vector("gamma"), vector("beta"), eps).y),
    gradients: (dy) => {
      const grads = twin.batchNormTrainGradients(x, vector("gamma"), lift(dy), eps);
      return {
        x: lower(grads.x),
        ...shapedLike(question, "gamma", grads.gamma),
        ...shapedLike(question, "beta", grads.beta),
      };
    },
  };
}

function gram(question: Question): Forward {
  const { x, lower } = images(question);
  const { normalize = false } = question.params;
  const [batch = 1, channels = 1] = x.shape;
  const isBatch = shapeOf(question, "x").length === 4;
  return {
    y: {
      shape: isBatch ? [batch, channels, channels] : [channels, channels],
      data: twin.gram(x, normalize).data,
    },
    gradients: (dy) => {
      const g = { shape: [batch, channels, channels], data: dy.data };
      return { x: lower(twin.gramGradient(x, g, normalize)) };
    },
  };
}

function shapedLike(question: Question, name: InputName, gradient: Tensor) {
  const shape = question.inputs[name]?.shape;
  return shape ? { [name]: { shape, data: gradient.data } } : {};
}

function asRows({ shape, data }: Tensor): Tensor {
  return { shape: [valuesIn(shape.slice(0, -1)), shape.at(-1) ?? 1], data };
}
