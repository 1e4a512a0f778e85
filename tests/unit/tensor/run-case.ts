import type { AvgPoolOptions, Maxima, Pair, Tensor } from "@/lib/tensor";
import type * as twin from "@/lib/tensor/twin";
import type { TorchCase } from "@/tests/fixtures/load";
import { ones } from "./agreement";

/** What the kernel gives for a fixture's question. */
export interface Outcome {
  readonly y: Tensor;
  readonly indices?: Tensor;
  readonly grads: Readonly<Record<string, Tensor>>;
}

/** An implementation of every op: the kernel, or its twin. */
export type Ops = typeof twin;

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

/** Runs one fixture through an implementation, forward and backward. */
export function runCase(one: TorchCase, op: TableOp, ops: Ops): Outcome {
  return RUNNERS[op](one, ops);
}

const RUNNERS: Readonly<Record<TableOp, (one: TorchCase, ops: Ops) => Outcome>> = {
  max_pool2d: (one, ops) => throughMaxima(one, ops, ops.maxPool2d(one.inputs.x, poolOptions(one))),
  global_max_pool2d: (one, ops) => throughMaxima(one, ops, ops.adaptiveMaxPool2d(one.inputs.x, 1)),
  adaptive_max_pool2d: (one, ops) =>
    throughMaxima(one, ops, ops.adaptiveMaxPool2d(one.inputs.x, given(one.params.output_size))),
  avg_pool2d: (one, ops) => {
    const options = poolOptions(one);
    const y = ops.avgPool2d(one.inputs.x, options);
    return { y, grads: { x: ops.avgPool2dGradient(dyOf(one, y), one.inputs.x.shape, options) } };
  },
  global_avg_pool2d: (one, ops) => throughAdaptiveAverage(one, ops, 1),
  adaptive_avg_pool2d: (one, ops) =>
    throughAdaptiveAverage(one, ops, given(one.params.output_size)),
  max_unpool2d: (one, ops) => {
    const indices = given(one.inputs.indices);
    const y = ops.maxUnpool2d(one.inputs.x, indices, given(one.params.output_size), "overwrite");
    return { y, grads: { x: ops.maxUnpool2dGradient(dyOf(one, y), indices) } };
  },
  linear: (one, ops) => {
    const { x, b } = one.inputs;
    const w = given(one.inputs.w);
    const y = ops.linear(x, w, b);
    const dy = dyOf(one, y);
    return {
      y,
      grads: {
        x: ops.linearInputGradient(dy, w),
        w: ops.linearWeightGradient(x, dy),
        b: ops.linearBiasGradient(dy),
      },
    };
  },
  relu: (one, ops) => {
    const y = ops.relu(one.inputs.x);
    return { y, grads: { x: ops.reluGradient(one.inputs.x, dyOf(one, y)) } };
  },
  softmax: (one, ops) => {
    const y = ops.softmax(one.inputs.x, one.params.axis);
    return { y, grads: { x: ops.softmaxGradient(y, dyOf(one, y), one.params.axis) } };
  },
  cross_entropy: (one, ops) => {
    const { x } = one.inputs;
    const target = given(one.inputs.target);
    const y = ops.crossEntropy(x, target);
    return { y, grads: { x: ops.crossEntropyGradient(x, target, dyOf(one, y)) } };
  },
  mse_loss: (one, ops) => {
    const { x } = one.inputs;
    const target = given(one.inputs.target);
    const y = ops.mseLoss(x, target);
    return { y, grads: { x: ops.mseLossGradient(x, target, dyOf(one, y)) } };
  },
  batch_norm_train: (one, ops) => {
    const { x, gamma, beta } = one.inputs;
    const { y } = ops.batchNormTrain(x, gamma, beta, one.params.eps);
    const grads = ops.batchNormTrainGradients(x, gamma, dyOf(one, y), one.params.eps);
    return { y, grads: { ...grads } };
  },
  gram: (one, ops) => {
    const y = ops.gram(one.inputs.x, one.params.normalize);
    const x = ops.gramGradient(one.inputs.x, dyOf(one, y), one.params.normalize);
    return { y, grads: { x } };
  },
};

function throughMaxima(one: TorchCase, ops: Ops, { y, indices }: Maxima): Outcome {
  const x = ops.maxPool2dGradient(dyOf(one, y), indices, one.inputs.x.shape);
  return { y, indices, grads: { x } };
}

function throughAdaptiveAverage(one: TorchCase, ops: Ops, outputSize: Pair): Outcome {
  const y = ops.adaptiveAvgPool2d(one.inputs.x, outputSize);
  return { y, grads: { x: ops.adaptiveAvgPool2dGradient(dyOf(one, y), one.inputs.x.shape) } };
}

function poolOptions({ params }: TorchCase): AvgPoolOptions {
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
