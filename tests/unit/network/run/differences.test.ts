import { describe, expect, it } from "vitest";
import type { Layer } from "@/lib/network";
import { drawFrom } from "@/lib/network/run/drawn-weights";
import { forwardThrough } from "@/lib/network/run/forward";
import type { Tensor } from "@/lib/tensor";
import { type Trial, drawnTrial, gradientsOf, lossesOf } from "./trial";

const STEP = 1e-5;

const CONV: Layer = { name: "Conv2d", out: 4, kernel: 3, padding: 1 };
const HEAD: readonly Layer[] = [{ name: "Flatten" }, { name: "Linear", out: 3 }];
const IMAGE = [2, 4, 6, 6];

const NETWORKS: readonly (readonly [string, readonly Layer[], readonly number[]])[] = [
  [
    "a residual block",
    [
      CONV,
      { name: "BatchNorm2d" },
      { name: "ReLU" },
      CONV,
      { name: "Add", from: ["conv2", "input"] },
      ...HEAD,
    ],
    IMAGE,
  ],
  [
    "branches that are joined",
    [
      CONV,
      { name: "MaxPool2d", kernel: 3, stride: 1, padding: 1, from: "input" },
      { name: "Concat", from: ["conv1", "pool1", "input"] },
      ...HEAD,
    ],
    IMAGE,
  ],
  [
    "group norm, then pixels shuffled",
    [CONV, { name: "GroupNorm", groups: 2 }, { name: "PixelShuffle", factor: 2 }, ...HEAD],
    IMAGE,
  ],
  [
    "layer norm and instance norm",
    [
      CONV,
      { name: "InstanceNorm2d", affine: true },
      { name: "Flatten" },
      { name: "LayerNorm", shape: [144] },
      { name: "Linear", out: 3 },
    ],
    IMAGE,
  ],
  [
    "pooled and upsampled",
    [
      { name: "AvgPool2d", kernel: 2 },
      { name: "Upsample", factor: 2 },
      { name: "ZeroPad2d", pad: [1, 0, 2, 1] },
      CONV,
      ...HEAD,
    ],
    IMAGE,
  ],
  [
    "transposed, grouped and depthwise",
    [
      { name: "ConvTranspose2d", out: 6, kernel: 2, stride: 2, groups: 2 },
      { ...CONV, out: 6, groups: 6 },
      { name: "AdaptiveAvgPool2d", output_size: [2, 3] },
      ...HEAD,
    ],
    IMAGE,
  ],
  [
    "squeeze and excitation",
    [
      CONV,
      { name: "GlobalAvgPool2d" },
      { name: "Conv2d", out: 4, kernel: 1, activation: "Sigmoid" },
      { name: "Multiply", from: ["conv1", "conv2"] },
      ...HEAD,
    ],
    IMAGE,
  ],
  [
    "smooth activations",
    [
      CONV,
      { name: "GELU" },
      CONV,
      { name: "Mish" },
      { name: "SELU" },
      { name: "PReLU", in: 4 },
      ...HEAD,
    ],
    IMAGE,
  ],
  ["a Softmax at the end", [...HEAD, { name: "Softmax" }], IMAGE],
  ["a LogSoftmax at the end", [...HEAD, { name: "LogSoftmax" }], IMAGE],
  ["two ends that are no rows", [CONV, { ...CONV, from: "input" }], IMAGE],
  [
    "weights that are shared",
    [CONV, { name: "Tanh" }, { ...CONV, shares: "conv1" }, ...HEAD],
    IMAGE,
  ],
  [
    "the layers of 1998",
    [
      { name: "AvgPool2d", kernel: 2, affine: true, activation: "Sigmoid" },
      { name: "Conv2d", out: 3, kernel: 2, connections: [[0, 1], [1, 2, 3], [3]] },
      { name: "Flatten" },
      { name: "RBF", out: 3 },
    ],
    IMAGE,
  ],
];

describe("the gradients of a whole network are its central differences", () => {
  it.each(NETWORKS)("%s", (_, layers, shape) => {
    const trial = drawnTrial(layers, shape);
    const gradients = gradientsOf(trial, (passes) => lossesOf(trial, passes).dys);
    for (const [key, source] of numbersOf(trial)) {
      const gradient = gradients.get(key);
      for (const at of someCells(source)) {
        expect(Math.abs((gradient?.data[at] ?? NaN) - difference(trial, source, at))).toBeLessThan(
          1e-8,
        );
      }
    }
  });
});

/** What is learned, and the input. */
function numbersOf({ places, weights, x }: Trial): readonly (readonly [string, Tensor])[] {
  const learned = weights.flatMap((own, index) =>
    places[index]?.owner === index
      ? Object.entries(own).map(([name, source]) => [`${index}.${name}`, source] as const)
      : [],
  );
  return [["x", x], ...learned.filter(([key]) => !key.endsWith("centres"))];
}

function someCells({ data }: Tensor): readonly number[] {
  const draw = drawFrom(data.length);
  const cells = Array.from({ length: 6 }, () => Math.floor(((draw() + 1) / 2) * data.length));
  return [...new Set([0, ...cells])].filter((cell) => data[cell] !== 0);
}

function difference(trial: Trial, { data }: Tensor, at: number): number {
  const value = data[at] ?? NaN;
  const lossAt = (moved: number) => {
    data[at] = moved;
    return lossesOf(trial, forwardThrough(trial.places, trial.weights, trial.x)).loss;
  };
  const slope = (lossAt(value + STEP) - lossAt(value - STEP)) / (2 * STEP);
  data[at] = value;
  return slope;
}
