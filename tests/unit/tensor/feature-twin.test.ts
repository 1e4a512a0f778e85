import * as fc from "fast-check";
import { describe, it } from "vitest";
import * as kernel from "@/lib/tensor";
import { tensor } from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import { expectSameTensor, ones } from "./agreement";
import { PROPERTY, decimalTensor, imageShape, wholeTensor } from "./arbitraries";

const ANY_SHAPE = fc.constantFrom([4], [2, 3], [2, 3, 2], [1, 2, 3, 2]);

describe("two algorithms agree", () => {
  it("on linear and its gradients", () => {
    const question = fc.tuple(
      decimalTensor([3, 4]),
      decimalTensor([2, 4]),
      decimalTensor([2]),
      decimalTensor([3, 2]),
    );
    fc.assert(
      fc.property(question, ([x, w, b, dy]) => {
        expectSameTensor(twin.linear(x, w, b), kernel.linear(x, w, b));
        expectSameTensor(twin.linearInputGradient(dy, w), kernel.linearInputGradient(dy, w));
        expectSameTensor(twin.linearWeightGradient(x, dy), kernel.linearWeightGradient(x, dy));
        expectSameTensor(twin.linearBiasGradient(dy), kernel.linearBiasGradient(dy));
      }),
      PROPERTY,
    );
  });

  it("on relu, exactly", () => {
    fc.assert(
      fc.property(ANY_SHAPE.chain(pairOfTensors(wholeTensor)), ([x, dy]) => {
        expectSameTensor(twin.relu(x), kernel.relu(x));
        expectSameTensor(twin.reluGradient(x, dy), kernel.reluGradient(x, dy));
      }),
      PROPERTY,
    );
  });

  it("on softmax along every axis", () => {
    fc.assert(
      fc.property(pairOfTensors(decimalTensor)([2, 3, 2]), fc.nat(2), ([x, dy], axis) => {
        const y = kernel.softmax(x, axis);
        expectSameTensor(twin.softmax(x, axis), y);
        expectSameTensor(twin.softmaxGradient(y, dy, axis), kernel.softmaxGradient(y, dy, axis));
      }),
      PROPERTY,
    );
  });

  it("on cross-entropy, for large logits too", () => {
    const target = tensor([3], [2, 0, 1]);
    const scale = fc.constantFrom(1, 300);
    fc.assert(
      fc.property(decimalTensor([3, 4]), scale, (source, factor) => {
        const x = { shape: source.shape, data: source.data.map((value) => value * factor) };
        expectSameTensor(twin.crossEntropy(x, target), kernel.crossEntropy(x, target));
        const dx = kernel.crossEntropyGradient(x, target, ones([]));
        expectSameTensor(twin.crossEntropyGradient(x, target, ones([])), dx);
      }),
      PROPERTY,
    );
  });

  it("on the mean squared error", () => {
    fc.assert(
      fc.property(ANY_SHAPE.chain(pairOfTensors(decimalTensor)), ([x, target]) => {
        expectSameTensor(twin.mseLoss(x, target), kernel.mseLoss(x, target));
        const dx = kernel.mseLossGradient(x, target, ones([]));
        expectSameTensor(twin.mseLossGradient(x, target, ones([])), dx);
      }),
      PROPERTY,
    );
  });

  it("on batch normalisation", () => {
    const shape = fc.constantFrom([2, 3, 2, 2], [4, 3]);
    const question = fc.tuple(shape.chain(pairOfTensors(decimalTensor)), decimalTensor([3]));
    fc.assert(
      fc.property(question, ([[x, dy], gamma]) => {
        const [first, second] = [kernel, twin].map((ops) =>
          ops.batchNormTrain(x, gamma, gamma, 0.01),
        );
        const [back, again] = [kernel, twin].map((ops) =>
          ops.batchNormTrainGradients(x, gamma, dy, 0.01),
        );
        if (!first || !second || !back || !again) throw new Error("two of each");
        for (const part of ["y", "mean", "variance"] as const)
          expectSameTensor(second[part], first[part]);
        for (const part of ["x", "gamma", "beta"] as const)
          expectSameTensor(again[part], back[part]);
      }),
      PROPERTY,
    );
  });

  it("on the Gram matrix", () => {
    const question = imageShape.chain((shape) =>
      fc.tuple(wholeTensor(shape), wholeTensor([shape[0], shape[1], shape[1]]), fc.boolean()),
    );
    fc.assert(
      fc.property(question, ([x, dy, normalize]) => {
        expectSameTensor(twin.gram(x, normalize), kernel.gram(x, normalize));
        expectSameTensor(
          twin.gramGradient(x, dy, normalize),
          kernel.gramGradient(x, dy, normalize),
        );
      }),
      PROPERTY,
    );
  });
});

function pairOfTensors(values: (shape: readonly number[]) => fc.Arbitrary<kernel.Tensor>) {
  return (shape: readonly number[]) => fc.tuple(values(shape), values(shape));
}
