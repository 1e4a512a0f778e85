import { describe, expect, it } from "vitest";
import * as kernel from "@/lib/tensor";
import { KernelError, type KernelErrorCode, zeros } from "@/lib/tensor";

const image = zeros([1, 2, 4, 4]);
const scalar = zeros([]);
const label = (value: number) => kernel.tensor([1], [value]);
const index = (value: number) => kernel.tensor([1, 1, 1, 1], [value]);

/** What is refused, the code, and the numbers that the message must quote. */
const REFUSALS: readonly (readonly [string, () => unknown, KernelErrorCode, readonly string[]])[] =
  [
    [
      "pooling of an H×W matrix",
      () => kernel.maxPool2d(zeros([4, 4]), { kernel: 2 }),
      "ERR_SHAPE",
      ["[4, 4]", "N×C×H×W"],
    ],
    [
      "a pooling window larger than the input",
      () => kernel.maxPool2d(image, { kernel: 5 }),
      "ERR_WINDOW",
      ["5", "4 + 0 + 0 = 4"],
    ],
    [
      "a pooling stride of 0",
      () => kernel.avgPool2d(image, { kernel: 2, stride: 0 }),
      "ERR_STRIDE",
      ["0", "at least 1"],
    ],
    [
      "a pooling stride of 1.5",
      () => kernel.avgPool2d(image, { kernel: 2, stride: 1.5 }),
      "ERR_STRIDE",
      ["1.5"],
    ],
    ["a pooling kernel of 0", () => kernel.maxPool2d(image, { kernel: 0 }), "ERR_NUMBER", ["0"]],
    [
      "padding beyond half of the window",
      () => kernel.maxPool2d(image, { kernel: 2, padding: 2 }),
      "ERR_PADDING",
      ["2", "at most 1", "at least 4"],
    ],
    [
      "a side padded by a whole window",
      () => kernel.avgPool2d(image, { kernel: 3, pad: [0, 0, 3, 0] }),
      "ERR_PADDING",
      ["height", "3", "at most 2", "at least 4"],
    ],
    [
      "padding beyond half of a dilated window",
      () => kernel.maxPool2d(image, { kernel: 2, dilation: 2, padding: [0, 2] }),
      "ERR_PADDING",
      ["width", "3 cells", "at most 1"],
    ],
    [
      "a pooling stride that must fit and does not",
      () => kernel.maxPool2d(image, { kernel: 3, stride: 2, rounding: "exact" }),
      "ERR_EXACT",
      ["1"],
    ],
    [
      "∂L/∂Y not shaped like max pooling's output",
      () => kernel.maxPool2dGradient(zeros([1, 2, 2, 1]), zeros([1, 2, 2, 2]), image.shape),
      "ERR_GRADIENT",
      ["[1, 2, 2, 1]", "[1, 2, 2, 2]"],
    ],
    [
      "indices for other planes than x's",
      () => kernel.maxPool2dGradient(zeros([1, 1, 2, 2]), zeros([1, 1, 2, 2]), image.shape),
      "ERR_SHAPE",
      ["[1, 1, 2, 2]", "[1, 2, 2, 2]"],
    ],
    [
      "a pool index outside the plane",
      () => kernel.maxPool2dGradient(index(1), index(16), [1, 1, 4, 4]),
      "ERR_INDEX",
      ["16", "0 to 15"],
    ],
    [
      "∂L/∂Y not shaped like average pooling's output",
      () => kernel.avgPool2dGradient(zeros([1, 2, 3, 3]), image.shape, { kernel: 2 }),
      "ERR_GRADIENT",
      ["[1, 2, 3, 3]", "[1, 2, 2, 2]"],
    ],
    [
      "an adaptive output size of 0",
      () => kernel.adaptiveAvgPool2d(image, [0, 2]),
      "ERR_NUMBER",
      ["output_size", "0", "at least 1"],
    ],
    [
      "an adaptive output size of 2.5",
      () => kernel.adaptiveMaxPool2d(image, 2.5),
      "ERR_NUMBER",
      ["2.5"],
    ],
    [
      "adaptive pooling of nothing",
      () => kernel.adaptiveMaxPool2d(zeros([1, 1, 0, 4]), 1),
      "ERR_NUMBER",
      ["height", "0"],
    ],
    [
      "∂L/∂Y of other channels in adaptive pooling",
      () => kernel.adaptiveAvgPool2dGradient(zeros([1, 3, 2, 2]), image.shape),
      "ERR_GRADIENT",
      ["[1, 3, 2, 2]", "[1, 2, 2, 2]"],
    ],
    [
      "an unpooling index outside the plane",
      () => kernel.maxUnpool2d(index(1), index(4), [2, 2]),
      "ERR_INDEX",
      ["4", "0 to 3"],
    ],
    [
      "a negative unpooling index",
      () => kernel.maxUnpool2d(index(1), index(-1), [2, 2]),
      "ERR_INDEX",
      ["-1"],
    ],
    [
      "an unpooling index that is not whole",
      () => kernel.maxUnpool2d(index(1), index(0.5), [2, 2]),
      "ERR_INDEX",
      ["0.5"],
    ],
    [
      "fewer indices than values",
      () => kernel.maxUnpool2d(zeros([1, 1, 2, 2]), index(0), [4, 4]),
      "ERR_SHAPE",
      ["[1, 1, 1, 1]", "[1, 1, 2, 2]"],
    ],
    [
      "an unpooled size of 0",
      () => kernel.maxUnpool2d(index(1), index(0), [0, 2]),
      "ERR_NUMBER",
      ["output_size", "0"],
    ],
    [
      "∂L/∂Y of another rank in unpooling",
      () => kernel.maxUnpool2dGradient(zeros([2, 2]), index(0)),
      "ERR_GRADIENT",
      ["[2, 2]"],
    ],
    [
      "features that w does not take",
      () => kernel.linear(zeros([3, 4]), zeros([2, 5])),
      "ERR_CHANNELS",
      ["4", "5", "[2, 4]"],
    ],
    [
      "a bias of another length",
      () => kernel.linear(zeros([3, 4]), zeros([2, 4]), zeros([3])),
      "ERR_SHAPE",
      ["[3]", "[2]"],
    ],
    [
      "linear of an image",
      () => kernel.linear(image, zeros([2, 4])),
      "ERR_SHAPE",
      ["4 axes", "N×in"],
    ],
    [
      "∂L/∂Y that w does not give",
      () => kernel.linearInputGradient(zeros([3, 3]), zeros([2, 4])),
      "ERR_GRADIENT",
      ["[3, 3]", "[3, 2]"],
    ],
    [
      "∂L/∂Y of another batch",
      () => kernel.linearWeightGradient(zeros([3, 4]), zeros([2, 2])),
      "ERR_GRADIENT",
      ["[2, 2]", "[3, 2]"],
    ],
    [
      "∂L/∂Y not shaped like relu's output",
      () => kernel.reluGradient(zeros([3]), zeros([4])),
      "ERR_GRADIENT",
      ["[4]", "[3]"],
    ],
    [
      "an axis that does not exist",
      () => kernel.softmax(zeros([2, 3]), 2),
      "ERR_INDEX",
      ["axis 2", "[2, 3]", "-2 to 1"],
    ],
    ["softmax of a scalar", () => kernel.softmax(scalar), "ERR_INDEX", ["scalar"]],
    [
      "∂L/∂Y not shaped like softmax's output",
      () => kernel.softmaxGradient(zeros([2, 3]), zeros([3, 2])),
      "ERR_GRADIENT",
      ["[3, 2]", "[2, 3]"],
    ],
    [
      "a class beyond the last",
      () => kernel.crossEntropy(zeros([1, 3]), label(3)),
      "ERR_INDEX",
      ["3 classes", "0 to 2"],
    ],
    ["a negative class", () => kernel.crossEntropy(zeros([1, 3]), label(-1)), "ERR_INDEX", ["-1"]],
    [
      "a class that is not whole",
      () => kernel.crossEntropy(zeros([1, 3]), label(0.5)),
      "ERR_INDEX",
      ["0.5"],
    ],
    [
      "more targets than rows",
      () => kernel.crossEntropy(zeros([1, 3]), zeros([2])),
      "ERR_SHAPE",
      ["[2]", "[1]"],
    ],
    [
      "the mean over an empty batch",
      () => kernel.crossEntropy(zeros([0, 3]), zeros([0])),
      "ERR_SHAPE",
      ["0 rows"],
    ],
    [
      "∂L/∂L that is no scalar",
      () => kernel.crossEntropyGradient(zeros([1, 3]), label(0), zeros([1])),
      "ERR_GRADIENT",
      ["[1]", "[]"],
    ],
    [
      "a target of another shape",
      () => kernel.mseLoss(zeros([2, 3]), zeros([3, 2])),
      "ERR_SHAPE",
      ["[3, 2]", "[2, 3]"],
    ],
    [
      "the mean of nothing",
      () => kernel.mseLoss(zeros([0]), zeros([0])),
      "ERR_SHAPE",
      ["0 values"],
    ],
    [
      "batch normalisation of C×H×W",
      () => kernel.batchNormTrain(zeros([2, 3, 3])),
      "ERR_SHAPE",
      ["[2, 3, 3]", "N×C×H×W or N×C"],
    ],
    [
      "batch normalisation of one value a channel",
      () => kernel.batchNormTrain(zeros([1, 3])),
      "ERR_SHAPE",
      ["1 value", "at least 2"],
    ],
    [
      "a gamma of another length",
      () => kernel.batchNormTrain(image, zeros([3])),
      "ERR_SHAPE",
      ["gamma", "[3]", "[2]"],
    ],
    [
      "a beta of another length",
      () => kernel.batchNormTrain(image, zeros([2]), zeros([1])),
      "ERR_SHAPE",
      ["beta", "[1]", "[2]"],
    ],
    [
      "a negative eps",
      () => kernel.batchNormTrain(image, undefined, undefined, -1),
      "ERR_NUMBER",
      ["-1"],
    ],
    [
      "an eps of NaN",
      () => kernel.batchNormTrain(image, undefined, undefined, Number.NaN),
      "ERR_NUMBER",
      ["NaN"],
    ],
    ["the Gram matrix of a matrix", () => kernel.gram(zeros([2, 3])), "ERR_SHAPE", ["[2, 3]"]],
    [
      "∂L/∂Y not shaped like the Gram matrix",
      () => kernel.gramGradient(image, zeros([1, 3, 3])),
      "ERR_GRADIENT",
      ["[1, 3, 3]", "[1, 2, 2]"],
    ],
  ];

describe("wrong input is refused with a code and the numbers", () => {
  it.each(REFUSALS)("%s", (_, attempt, code, quoted) => {
    const error = thrownBy(attempt);
    expect(error.code).toBe(code);
    for (const part of quoted) expect(error.message).toContain(part);
  });
});

function thrownBy(attempt: () => unknown): KernelError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof KernelError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}
