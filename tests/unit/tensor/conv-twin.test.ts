import * as fc from "fast-check";
import { describe, it } from "vitest";
import * as kernel from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import { expectSameTensor } from "./agreement";
import { RUNS, convolution, transposedConvolution } from "./conv-questions";

describe("two algorithms agree on whole numbers, exactly", () => {
  it("conv2d and its gradients", () => {
    fc.assert(
      fc.property(convolution, ({ x, w, b, dy, options }) => {
        expectSameTensor(kernel.conv2d(x, w, b, options), twin.conv2d(x, w, b, options));
        expectSameTensor(
          kernel.conv2dInputGradient(dy, w, x.shape, options),
          twin.conv2dInputGradient(dy, w, x.shape, options),
        );
        expectSameTensor(
          kernel.conv2dWeightGradient(x, dy, w.shape, options),
          twin.conv2dWeightGradient(x, dy, w.shape, options),
        );
        expectSameTensor(kernel.conv2dBiasGradient(dy), twin.conv2dBiasGradient(dy));
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it("convTranspose2d and its gradients", () => {
    fc.assert(
      fc.property(transposedConvolution, ({ x, w, b, dy, options }) => {
        expectSameTensor(
          kernel.convTranspose2d(x, w, b, options),
          twin.convTranspose2d(x, w, b, options),
        );
        expectSameTensor(
          kernel.convTranspose2dInputGradient(dy, w, x.shape, options),
          twin.convTranspose2dInputGradient(dy, w, x.shape, options),
        );
        expectSameTensor(
          kernel.convTranspose2dWeightGradient(x, dy, w.shape, options),
          twin.convTranspose2dWeightGradient(x, dy, w.shape, options),
        );
        expectSameTensor(
          kernel.convTranspose2dBiasGradient(dy),
          twin.convTranspose2dBiasGradient(dy),
        );
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});
