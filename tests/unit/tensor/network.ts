import {
  type Tensor,
  adaptiveAvgPool2d,
  adaptiveAvgPool2dGradient,
  avgPool2d,
  avgPool2dGradient,
  conv2d,
  conv2dBiasGradient,
  conv2dInputGradient,
  conv2dWeightGradient,
  crossEntropy,
  crossEntropyGradient,
  linear,
  linearBiasGradient,
  linearInputGradient,
  linearWeightGradient,
  maxPool2d,
  maxPool2dGradient,
  relu,
  reluGradient,
  reshape,
  tensor,
} from "@/lib/tensor";
import type { NetworkCase } from "@/tests/fixtures/load";
import { ones } from "./agreement";

type Forward = ReturnType<typeof runForward>;

const HALVING = { kernel: 2, stride: 2 } as const;

/** conv → ReLU → pooling → conv → ReLU → global average pooling → linear → cross-entropy. */
export function runForward({ arch, params, target }: NetworkCase) {
  const z1 = conv2d(params.x, params.w1, params.b1, optionsOf(arch.conv1));
  const a1 = relu(z1);
  const pool = maxPool2d(a1, HALVING);
  const pooled = arch.pool === "max 2x2 s2" ? pool.y : avgPool2d(a1, HALVING);
  const z2 = conv2d(pooled, params.w2, params.b2, optionsOf(arch.conv2));
  const a2 = relu(z2);
  const features = reshape(adaptiveAvgPool2d(a2, 1), a2.shape.slice(0, 2));
  const logits = linear(features, params.wf, params.bf);
  const loss = crossEntropy(logits, tensor([target.length], target));
  return { z1, a1, indices: pool.indices, pooled, z2, a2, features, logits, loss };
}

/** Every gradient of the loss, layer by layer from the end. */
export function runBackward({ arch, params, target }: NetworkCase, forward: Forward) {
  const dLogits = crossEntropyGradient(forward.logits, tensor([target.length], target), ones([]));
  const dA2 = gradientOfActivation(forward.a2, linearInputGradient(dLogits, params.wf));
  const dZ2 = reluGradient(forward.z2, dA2);
  const second = optionsOf(arch.conv2);
  const dPooled = conv2dInputGradient(dZ2, params.w2, forward.pooled.shape, second);
  const dA1 =
    arch.pool === "max 2x2 s2"
      ? maxPool2dGradient(dPooled, forward.indices, forward.a1.shape)
      : avgPool2dGradient(dPooled, forward.a1.shape, HALVING);
  const dZ1 = reluGradient(forward.z1, dA1);
  const first = optionsOf(arch.conv1);
  return {
    x: conv2dInputGradient(dZ1, params.w1, params.x.shape, first),
    w1: conv2dWeightGradient(params.x, dZ1, params.w1.shape, first),
    b1: conv2dBiasGradient(dZ1),
    w2: conv2dWeightGradient(forward.pooled, dZ2, params.w2.shape, second),
    b2: conv2dBiasGradient(dZ2),
    wf: linearWeightGradient(forward.features, dLogits),
    bf: linearBiasGradient(dLogits),
  };
}

/** Grad-CAM of the first image for a class: α_c = mean of ∂logit/∂a2 over space, raw = Σ α_c·a2, cam = ReLU(raw). */
export function gradCam({ params }: NetworkCase, { a2, logits }: Forward, cls: number) {
  const chosen = tensor(
    logits.shape,
    logits.data.map((_, i) => (i === cls ? 1 : 0)),
  );
  const dA2 = gradientOfActivation(a2, linearInputGradient(chosen, params.wf));
  const [, channels = 0, height = 0, width = 0] = a2.shape;
  const alpha = tensor([channels], adaptiveAvgPool2d(dA2, 1).data.subarray(0, channels));
  const maps = tensor([1, channels, height, width], a2.data.subarray(0, channels * height * width));
  const raw = reshape(conv2d(maps, reshape(alpha, [1, channels, 1, 1]), undefined), [
    height,
    width,
  ]);
  return { alpha, raw, cam: relu(raw) };
}

/** One step of gradient descent: value − rate · gradient. */
export function descend(value: Tensor, gradient: Tensor, rate: number): Tensor {
  return tensor(
    value.shape,
    value.data.map((v, i) => v - rate * (gradient.data[i] ?? Number.NaN)),
  );
}

function gradientOfActivation(a2: Tensor, dFeatures: Tensor): Tensor {
  return adaptiveAvgPool2dGradient(reshape(dFeatures, [...dFeatures.shape, 1, 1]), a2.shape);
}

function optionsOf({ stride, pad }: { stride: number; pad: number }) {
  return { stride, padding: pad };
}
