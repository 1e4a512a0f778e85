import { describe, expect, it } from "vitest";
import { type Layer, type NetworkTable, networkTable } from "@/lib/network";
import { ALEXNET, VGG_11, VGG_16 } from "./architectures";

const IMAGE = [1, 3, 224, 224];

describe("published totals", () => {
  it.each([
    ["AlexNet", ALEXNET, 61_100_840, "0.714"],
    ["VGG-16", VGG_16, 138_357_544, "15.470"],
  ] as const)("%s has %d parameters", (_, layers, params, gigamacs) => {
    const { totals } = networkTable(layers, IMAGE);
    expect(totals.params).toBe(params);
    expect((totals.macs / 1e9).toFixed(3)).toBe(gigamacs);
    expect(totals.flops).toBe(2 * totals.macs);
  });

  it("a batch of 8 takes 8 times the MACs and the activation, with the same parameters", () => {
    const one = networkTable(ALEXNET, IMAGE).totals;
    const eight = networkTable(ALEXNET, [8, 3, 224, 224]).totals;
    expect(eight.params).toBe(one.params);
    expect(eight.macs).toBe(8 * one.macs);
    expect(eight.activation.bytes).toBe(8 * one.activation.bytes);
  });
});

describe("published receptive fields (Araujo, Norris and Sim 2019)", () => {
  // AlexNet v2 is TensorFlow's: its first convolution is not padded.
  const alexnetV2 = ALEXNET.map((layer, index) => (index === 0 ? { ...layer, padding: 0 } : layer));

  it.each([
    ["AlexNet v2", alexnetV2, 195, 32, 64],
    ["torchvision's AlexNet", ALEXNET, 195, 32, 66],
    ["VGG-A", VGG_11, 150, 32, 59],
  ] as const)("%s: %d, stride %d, padding %d", (_, layers, size, jump, padding) => {
    const pooled = networkTable(featuresOf(layers), IMAGE).layers.at(-1);
    expect(pooled?.receptive_field).toBe(size);
    expect(pooled?.jump).toBe(jump);
    expect(pooled?.start).toBe(-padding);
  });
});

describe("one line a layer", () => {
  const { layers } = networkTable(ALEXNET, IMAGE);

  it("the first of the contract's example", () =>
    expect(layers[0]).toEqual({
      id: "conv1",
      name: "Conv2d",
      shape: [1, 64, 55, 55],
      params: 23_296,
      buffers: 0,
      macs: 70_276_800,
      activation: { values: 193_600, bytes: 774_400 },
      receptive_field: 11,
      jump: 4,
      offset: 3,
      start: -2,
    }));

  it("layers are numbered by kind", () =>
    expect(layers.slice(0, 5).map(({ id }) => id)).toEqual([
      "conv1",
      "relu1",
      "pool1",
      "conv2",
      "relu2",
    ]));

  it.each([
    ["a flattened image", { name: "Flatten" }, [2, 96], 0, 0],
    ["a depthwise filter", conv({ out: 6, groups: 6 }), [2, 6, 2, 2], 6 * 10, 2 * 24 * 9],
    ["no bias", conv({ out: 4, bias: false }), [2, 4, 2, 2], 4 * 54, 2 * 16 * 54],
    ["same padding", conv({ out: 1, padding: "same" }), [2, 1, 4, 4], 55, 2 * 16 * 54],
    ["a stride", conv({ out: 1, stride: 2, padding: 1 }), [2, 1, 2, 2], 55, 2 * 4 * 54],
    ["a dilation", conv({ out: 1, kernel: 2, dilation: 3 }), [2, 1, 1, 1], 25, 2 * 24],
    [
      "a transposed convolution",
      { name: "ConvTranspose2d", out: 5, kernel: 2, stride: 2 },
      [2, 5, 8, 8],
      6 * 5 * 4 + 5,
      2 * 16 * 6 * 20,
    ],
    ["batch norm's γ and β", { name: "BatchNorm2d", in: 6 }, [2, 6, 4, 4], 12, 0],
    ["a pool", { name: "AvgPool2d", kernel: 2 }, [2, 6, 2, 2], 0, 0],
    ["a pool rounded up", { name: "MaxPool2d", kernel: 3, ceil_mode: true }, [2, 6, 2, 2], 0, 0],
    ["a global pool", { name: "GlobalAvgPool2d" }, [2, 6, 1, 1], 0, 0],
    ["an activation", { name: "Sigmoid" }, [2, 6, 4, 4], 0, 0],
  ] as const)("%s", (_, layer, shape, params, macs) => {
    const [row] = networkTable([layer], [2, 6, 4, 4]).layers;
    expect(row).toMatchObject({ shape, params, macs });
  });

  it("bytes follow the dtype", () => {
    const [row] = networkTable([{ name: "ReLU" }], [1, 1, 4, 4], { dtype: "float16" }).layers;
    expect(row?.activation).toEqual({ values: 16, bytes: 32 });
  });

  it("MACs count the bias where the convention says so", () => {
    const settings = { conventions: { macs: "with_bias" } } as const;
    const [row] = networkTable([conv({ out: 1 })], [1, 6, 4, 4], settings).layers;
    expect(row?.macs).toBe(4 * 55);
  });
});

describe("what a cell sees", () => {
  it.each([
    ["a cell of its own", [{ name: "ReLU" }], 1, 1],
    ["two 3×3 convolutions see 5", [conv({ out: 1 }), conv({ out: 1 })], 5, 1],
    ["a dilation spreads", [conv({ out: 1, dilation: 2 })], 5, 1],
    [
      "a pool doubles the steps of what follows",
      [{ name: "MaxPool2d", kernel: 2 }, conv({ out: 1 })],
      6,
      2,
    ],
    ["axes of their own", [conv({ out: 1, kernel: [1, 5], stride: [1, 2] })], [1, 5], [1, 2]],
    ["a global pool sees the plane", [conv({ out: 1 }), { name: "GlobalAvgPool2d" }], 16, 14],
    [
      "a fully connected layer sees the plane",
      [{ name: "MaxPool2d", kernel: 2 }, { name: "Flatten" }, { name: "Linear", out: 2 }],
      16,
      2,
    ],
    ["adaptive pooling that divides", [{ name: "AdaptiveAvgPool2d", output_size: 4 }], 4, 4],
    [
      "adaptive pooling that keeps its input's size",
      [{ name: "AdaptiveAvgPool2d", output_size: [null, null] }],
      1,
      1,
    ],
    ["adaptive pooling that does not", [{ name: "AdaptiveAvgPool2d", output_size: 3 }], null, null],
    [
      "a transposed convolution ends the count",
      [{ name: "ConvTranspose2d", out: 1, kernel: 2, stride: 2 }],
      null,
      null,
    ],
  ] as const)("%s", (_, layers, size, jump) => {
    const last = networkTable(layers, [1, 1, 16, 16]).layers.at(-1);
    expect(last?.receptive_field).toEqual(size);
    expect(last?.jump).toEqual(jump);
  });

  it("rows of features see no image", () =>
    expect(networkTable([{ name: "Linear", out: 2 }], [1, 9]).layers[0]?.receptive_field).toBe(
      null,
    ));
});

describe("the input's rank", () => {
  const head: readonly Layer[] = [{ name: "Flatten" }, { name: "Linear", out: 2 }];

  it.each([
    [
      "N×C×H×W stays a batch",
      [conv({ out: 4 }), ...head],
      [5, 1, 6, 6],
      [
        [5, 4, 4, 4],
        [5, 64],
        [5, 2],
      ],
    ],
    ["C×H×W stays one image", [conv({ out: 4 }), ...head], [1, 6, 6], [[4, 4, 4], [64], [2]]],
    ["H×W stays a plane of one channel", [conv({ out: 1 }), ...head], [6, 6], [[4, 4], [16], [2]]],
    [
      "N×features before a fully connected layer",
      [{ name: "ReLU" }, ...head.slice(1)],
      [6, 6],
      [
        [6, 6],
        [6, 2],
      ],
    ],
  ] as const)("%s", (_, layers, input, expected) =>
    expect(shapes(networkTable(layers, input))).toEqual(expected),
  );
});

describe("a layer that does not fit is named", () => {
  it.each([
    ["its channels", [{ name: "ReLU" }, conv({ in: 3, out: 1 })], /Layer 2 \(Conv2d\).*3.*6/],
    ["its features", [{ name: "Flatten" }, { name: "Linear", in: 9, out: 1 }], /Layer 2.*9.*96/],
    ["its window", [conv({ out: 1, kernel: 5 })], /Layer 1.*5.*4/],
    ["its groups", [conv({ out: 6, groups: 4 })], /Layer 1.*6.*4/],
    ["a key that it has not", [{ name: "ReLU", kernel: 2 }], /Layer 1 \(ReLU\).*"kernel"/],
    ["a key that it needs", [{ name: "MaxPool2d" }], /Layer 1 \(MaxPool2d\).*"kernel" is missing/],
    [
      "an id that is taken",
      [
        { name: "ReLU", id: "a" },
        { name: "ReLU", id: "a" },
      ],
      /id a/,
    ],
    ["an unknown name", [{ name: "Relu7" }], /"Relu7"/],
  ] as const)("%s", (_, layers, says) =>
    expect(() => networkTable(layers, [1, 6, 4, 4])).toThrow(says),
  );
});

function shapes({ layers }: NetworkTable) {
  return layers.map(({ shape }) => shape);
}

function conv(options: Omit<Partial<Layer>, "name">): Layer {
  return { kernel: 3, ...options, name: "Conv2d" };
}

function featuresOf(layers: readonly Layer[]): readonly Layer[] {
  return layers.slice(
    0,
    layers.findIndex(({ name }) => name === "AdaptiveAvgPool2d"),
  );
}
