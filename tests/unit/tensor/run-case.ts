import * as kernel from "@/lib/tensor";
import type { Tensor } from "@/lib/tensor";
import type { TorchCase } from "@/tests/fixtures/load";
import { ones } from "./agreement";

/** What the kernel gives for a fixture's question. */
export interface Outcome {
  readonly y: Tensor;
  readonly indices?: Tensor;
  readonly grads: Readonly<Record<string, Tensor>>;
}

/** The ops of this table; convolutions have a test of their own. */
export const POINTWISE_AND_POOLING_OPS = [
  "max_pool2d",
  "avg_pool2d",
  "max_unpool2d",
  "global_avg_pool2d",
  "global_max_pool2d",
  "adaptive_avg_pool2d",
  "adaptive_max_pool2d",
  "linear",
  "relu",
  "softmax",
  "cross_entropy",
  "mse_loss",
  "batch_norm_train",
  "gram",
] as const;

type TableOp = (typeof POINTWISE_AND_POOLING_OPS)[number];

/** Runs one fixture through the kernel, forward and backward. */
export function runCase(one: TorchCase, op: TableOp): Outcome {
  return RUNNERS[op](one);
}

const RUNNERS: Readonly<Record<TableOp, (one: TorchCase) => Outcome>> = {
  max_pool2d: (one) => throughMaxima(one, kernel.maxPool2d(one.inputs.x, poolOptions(one))),
  global_max_pool2d: (one) => throughMaxima(one, kernel.adaptiveMaxPool2d(one.inputs.x, 1)),
  adaptive_max_pool2d: (one) =>
    throughMaxima(one, kernel.adaptiveMaxPool2d(one.inputs.x, given(one.params.output_size))),
  avg_pool2d: (one) => {
    const options = poolOptions(one);
    const y = kernel.avgPool2d(one.inputs.x, options);
    return { y, grads: { x: kernel.avgPool2dGradient(dyOf(one, y), one.inputs.x.shape, options) } };
  },
  global_avg_pool2d: (one) => throughAdaptiveAverage(one, 1),
  adaptive_avg_pool2d: (one) => throughAdaptiveAverage(one, given(one.params.output_size)),
  max_unpool2d: (one) => {
    const indices = given(one.inputs.indices);
    const y = kernel.maxUnpool2d(one.inputs.x, indices, given(one.params.output_size), "overwrite");
    return { y, grads: { x: kernel.maxUnpool2dGradient(dyOf(one, y), indices) } };
  },
  linear: (one) => {
    const { x, b } = one.inputs;
    const w = given(one.inputs.w);
    const y = kernel.linear(x, w, b);
    const dy = dyOf(one, y);
    return {
      y,
      grads: {
        x: kernel.linearInputGradient(dy, w),
        w: kernel.linearWeightGradient(x, dy),
        b: kernel.linearBiasGradient(dy),
      },
    };
  },
  relu: (one) => {
    const y = kernel.relu(one.inputs.x);
    return { y, grads: { x: kernel.reluGradient(one.inputs.x, dyOf(one, y)) } };
  },
  softmax: (one) => {
    const y = kernel.softmax(one.inputs.x, one.params.axis);
    return { y, grads: { x: kernel.softmaxGradient(y, dyOf(one, y), one.params.axis) } };
  },
  cross_entropy: (one) => {
    const { x } = one.inputs;
    const target = given(one.inputs.target);
    const y = kernel.crossEntropy(x, target);
    return { y, grads: { x: kernel.crossEntropyGradient(x, target, dyOf(one, y)) } };
  },
  mse_loss: (one) => {
    const { x } = one.inputs;
    const target = given(one.inputs.target);
    const y = kernel.mseLoss(x, target);
    return { y, grads: { x: kernel.mseLossGradient(x, target, dyOf(one, y)) } };
  },
  batch_norm_train: (one) => {
    const { x, gamma, beta } = one.inputs;
    const { y } = kernel.batchNormTrain(x, gamma, beta, one.params.eps);
    const grads = kernel.batchNormTrainGradients(x, gamma, dyOf(one, y), one.params.eps);
    return { y, grads: { ...grads } };
  },
  gram: (one) => {
    const y = kernel.gram(one.inputs.x, one.params.normalize);
    const x = kernel.gramGradient(one.inputs.x, dyOf(one, y), one.params.normalize);
    return { y, grads: { x } };
  },
};

function throughMaxima(one: TorchCase, { y, indices }: kernel.Maxima): Outcome {
  const x = kernel.maxPool2dGradient(dyOf(one, y), indices, one.inputs.x.shape);
  return { y, indices, grads: { x } };
}

function throughAdaptiveAverage(one: TorchCase, outputSize: kernel.Pair): Outcome {
  const y = kernel.adaptiveAvgPool2d(one.inputs.x, outputSize);
  return { y, grads: { x: kernel.adaptiveAvgPool2dGradient(dyOf(one, y), one.inputs.x.shape) } };
}

function poolOptions({ params }: TorchCase): kernel.AvgPoolOptions {
  return {
    kernel: given(params.kernel),
    rounding: params.ceil_mode ? "ceil" : "floor",
    ...(params.stride && { stride: params.stride }),
    ...(params.pad && { pad: params.pad }),
    ...(params.dilation && { dilation: params.dilation }),
    ...(params.count_include_pad !== undefined && { countIncludePad: params.count_include_pad }),
  };
}

function dyOf(one: TorchCase, y: Tensor): Tensor {
  return one.dy ?? ones(y.shape);
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The fixture lacks a value that its op needs.");
  return value;
}
