import { describe, expect, it } from "vitest";
import * as kernel from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  type Tensor,
  conv2dOutputShape,
  convTranspose2dOutputShape,
  KernelError,
} from "@/lib/tensor";
import { type TorchCase, shapeCases, torchCases } from "@/tests/fixtures/load";
import { expectSameTensor, ones } from "./agreement";

type Convolutions = Pick<
  typeof kernel,
  Extract<keyof typeof twin, `conv2d${string}` | `convTranspose2d${string}`>
>;

const IMPLEMENTATIONS: readonly (readonly [string, Convolutions])[] = [
  ["the kernel", kernel],
  ["its twin", twin],
];

describe.each(IMPLEMENTATIONS)("%s agrees with PyTorch", (_, ops) => {
  it.each(named("conv2d"))("on conv2d %s: y and every gradient", (__, { inputs, ...one }) => {
    const { x, b } = inputs;
    const w = weightsOf(inputs);
    const options = optionsOf(one.params);
    const dy = one.dy ?? ones(one.y.shape);
    expectSameTensor(ops.conv2d(x, w, b, options), one.y);
    expectGradients(one.grads, {
      x: ops.conv2dInputGradient(dy, w, x.shape, options),
      w: ops.conv2dWeightGradient(x, dy, w.shape, options),
      b: ops.conv2dBiasGradient(dy),
    });
  });

  it.each(named("conv_transpose2d"))(
    "on conv_transpose2d %s: y and every gradient",
    (__, { inputs, params, ...one }) => {
      const { x, b } = inputs;
      const w = weightsOf(inputs);
      const options = transposedOptionsOf(params);
      const dy = one.dy ?? ones(one.y.shape);
      expectSameTensor(ops.convTranspose2d(x, w, b, options), one.y);
      expectGradients(one.grads, {
        x: ops.convTranspose2dInputGradient(dy, w, x.shape, options),
        w: ops.convTranspose2dWeightGradient(x, dy, w.shape, options),
        b: ops.convTranspose2dBiasGradient(dy),
      });
    },
  );
});

describe("output shapes agree with PyTorch", () => {
  it.each(shapeCases("conv").map((one) => [one.id, one] as const))("convolution %s", (_, one) => {
    const options = { stride: one.s, padding: one.p, dilation: one.d };
    const shape = () => conv2dOutputShape([1, 1, ...one.input], [1, 1, ...one.k], options);
    if (one.output) expect(shape()).toEqual([1, 1, ...one.output]);
    else expect(shape).toThrow(KernelError);
  });

  it.each(shapeCases("convT").map((one) => [one.id, one] as const))("transposed %s", (_, one) => {
    const options = {
      stride: one.s,
      padding: one.p,
      dilation: one.d,
      output_padding: one.output_padding ?? 0,
    };
    const shape = () => convTranspose2dOutputShape([1, 1, ...one.input], [1, 1, ...one.k], options);
    if (one.output) expect(shape()).toEqual([1, 1, ...one.output]);
    else expect(shape).toThrow(KernelError);
  });
});

function named(op: "conv2d" | "conv_transpose2d"): (readonly [string, TorchCase])[] {
  return torchCases(op).map((one) => [one.id, one] as const);
}

function optionsOf({ stride, pad, padding, dilation, groups }: TorchCase["params"]): Conv2dOptions {
  return {
    ...(stride && { stride }),
    ...(pad && { pad }),
    ...(padding && { padding }),
    ...(dilation && { dilation }),
    ...(groups && { groups }),
  };
}

function transposedOptionsOf(params: TorchCase["params"]): ConvTranspose2dOptions {
  const { stride, pad, dilation, groups, output_padding } = params;
  return {
    ...(stride && { stride }),
    ...(pad && { pad }),
    ...(dilation && { dilation }),
    ...(groups && { groups }),
    ...(output_padding && { output_padding }),
  };
}

function weightsOf({ w }: TorchCase["inputs"]): Tensor {
  if (!w) throw new Error("The fixture lacks its weights.");
  return w;
}

function expectGradients(expected: TorchCase["grads"], found: Record<"x" | "w" | "b", Tensor>) {
  expect(Object.keys(expected)).toEqual(expect.arrayContaining(["x", "w"]));
  if (expected.x) expectSameTensor(found.x, expected.x);
  if (expected.w) expectSameTensor(found.w, expected.w);
  if (expected.b) expectSameTensor(found.b, expected.b);
}
