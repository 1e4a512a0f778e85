import type { Layer } from "@/lib/network";

/**
 * A network to transfer from, and the image that it takes as N×C×H×W. Its layers are listed, and not read from the code
 * in lib/network/known: what reads code weighs nearly as much as all labs. A test holds the two to each other.
 */
export interface ReadyNetwork {
  readonly layers: readonly Layer[];
  readonly input: readonly number[];
}

const RELU: Layer = { name: "ReLU" };
const FLATTEN: Layer = { name: "Flatten" };
const HALVED: Layer = { name: "MaxPool2d", kernel: 2 };
const OVERLAPPING: Layer = { name: "MaxPool2d", kernel: 3, stride: 2 };

/** AlexNet as torchvision has it: five convolutions and three fully connected layers, 61 100 840 parameters. */
export const ALEXNET: ReadyNetwork = {
  input: [1, 3, 224, 224],
  layers: [
    { name: "Conv2d", out: 64, kernel: 11, stride: 4, padding: 2 },
    RELU,
    OVERLAPPING,
    { name: "Conv2d", out: 192, kernel: 5, padding: 2 },
    RELU,
    OVERLAPPING,
    ...[384, 256, 256].flatMap((out) => [sameConv(out), RELU]),
    OVERLAPPING,
    FLATTEN,
    ...connected([4096, 4096, 1000]),
  ],
};

/** VGG-16, configuration D: thirteen convolutions and three fully connected layers, 138 357 544 parameters. */
export const VGG_16: ReadyNetwork = {
  input: [1, 3, 224, 224],
  layers: [
    ...[
      [64, 64],
      [128, 128],
      [256, 256, 256],
      [512, 512, 512],
      [512, 512, 512],
    ].flatMap((stage) => [...stage.flatMap((out) => [sameConv(out), RELU]), HALVED]),
    FLATTEN,
    ...connected([4096, 4096, 1000]),
  ],
};

/** LeNet-5 with max pooling and ReLU, 61 706 parameters. */
export const LENET_5: ReadyNetwork = {
  input: [1, 1, 32, 32],
  layers: [
    ...[6, 16].flatMap((out): Layer[] => [{ name: "Conv2d", out, kernel: 5 }, RELU, HALVED]),
    FLATTEN,
    ...connected([120, 84, 10]),
  ],
};

/**
 * A network of one's own on a 3×32×32 image: convolutions that keep the size, each halved by a pooling, and a head.
 *
 * @example ownNetwork([[16, 3]]).layers.length // 5
 */
export function ownNetwork(rows: readonly (readonly number[])[]): ReadyNetwork {
  const convolutions = rows.flatMap(([out = 1, kernel = 1]): Layer[] => [
    { name: "Conv2d", out, kernel, padding: "same" },
    RELU,
    HALVED,
  ]);
  return { input: [1, 3, 32, 32], layers: [...convolutions, FLATTEN, ...connected([1000])] };
}

function sameConv(out: number): Layer {
  return { name: "Conv2d", out, kernel: 3, padding: 1 };
}

/** Fully connected layers with a ReLU between each two. */
function connected(widths: readonly number[]): Layer[] {
  return widths.flatMap((out, index) => [...(index === 0 ? [] : [RELU]), { name: "Linear", out }]);
}
