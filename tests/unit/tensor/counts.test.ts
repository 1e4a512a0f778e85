import { describe, expect, it } from "vitest";
import {
  KernelError,
  batchNormParameters,
  biasMacs,
  bytesOf,
  conv2dMacs,
  conv2dParameters,
  convTranspose2dMacs,
  convTranspose2dParameters,
  flopsOf,
  inUnit,
  linearMacs,
  linearParameters,
  poolOutputShape,
} from "@/lib/tensor";

describe("parameters of a convolution are Cout·(Cin/G·kH·kW + 1)", () => {
  it.each([
    ["card 82: ten 5×5 filters on 3 channels", [10, 3, 5, 5], true, 760],
    ["the same without bias", [10, 3, 5, 5], false, 750],
    ["AlexNet (torchvision), first layer", [64, 3, 11, 11], true, 23_296],
    ["AlexNet (torchvision), second layer", [192, 64, 5, 5], true, 307_392],
    ["VGG-16, first layer", [64, 3, 3, 3], true, 1_792],
    ["VGG-16, last layer", [512, 512, 3, 3], true, 2_359_808],
    ["LeNet-5's third layer, fully connected", [16, 6, 5, 5], true, 2_416],
    ["depthwise", [32, 1, 3, 3], true, 320],
  ])("%s", (_, wShape, bias, parameters) => {
    expect(conv2dParameters(wShape, bias)).toBe(parameters);
  });
});

describe("parameters of the other layers", () => {
  it("transposed convolution: Cin·(Cout/G)·kH·kW + Cout", () => {
    expect(convTranspose2dParameters([8, 4, 2, 3], false)).toBe(192);
    expect(convTranspose2dParameters([8, 4, 2, 3], true)).toBe(196);
    expect(convTranspose2dParameters([8, 4, 2, 3], true, 2)).toBe(200);
  });

  it("linear: in·out + out", () => {
    expect(linearParameters([4096, 25_088], true)).toBe(102_764_544);
    expect(linearParameters([1000, 4096], true)).toBe(4_097_000);
  });

  it("batch normalisation: γ and β, 2C", () => {
    expect(batchNormParameters(64)).toBe(128);
  });
});

describe("whole models, layer by layer, have the published figures", () => {
  const vgg16: readonly (number | "pool")[] = [
    64,
    64,
    "pool",
    128,
    128,
    "pool",
    256,
    256,
    256,
    "pool",
    512,
    512,
    512,
    "pool",
    512,
    512,
    512,
    "pool",
  ];
  const alexNet = [
    { out: 64, kernel: 11, stride: 4, padding: 2, pool: true },
    { out: 192, kernel: 5, stride: 1, padding: 2, pool: true },
    { out: 384, kernel: 3, stride: 1, padding: 1, pool: false },
    { out: 256, kernel: 3, stride: 1, padding: 1, pool: false },
    { out: 256, kernel: 3, stride: 1, padding: 1, pool: true },
  ];

  it("VGG-16: 138 357 544 parameters and 15.47 billion multiply–adds", () => {
    let [shape, parameters, macs] = [[1, 3, 224, 224], 0, 0];
    for (const step of vgg16) {
      if (step === "pool") {
        shape = poolOutputShape(shape, { kernel: 2 });
        continue;
      }
      const filters = [step, shape[1] ?? 0, 3, 3];
      parameters += conv2dParameters(filters, true);
      macs += conv2dMacs(shape, filters, { padding: 1 });
      shape = [1, step, shape[2] ?? 0, shape[3] ?? 0];
    }
    expect(shape).toEqual([1, 512, 7, 7]);
    for (const [from, to] of [
      [25_088, 4096],
      [4096, 4096],
      [4096, 1000],
    ] as const) {
      parameters += linearParameters([to, from], true);
      macs += linearMacs([1, from], [to, from]);
    }
    expect(parameters).toBe(138_357_544);
    expect(macs).toBe(15_470_264_320);
  });

  it("AlexNet (torchvision): 61 100 840 parameters and 0.714 billion multiply–adds", () => {
    let [shape, parameters, macs] = [[1, 3, 224, 224], 0, 0];
    for (const { out, kernel, stride, padding, pool } of alexNet) {
      const filters = [out, shape[1] ?? 0, kernel, kernel];
      parameters += conv2dParameters(filters, true);
      macs += conv2dMacs(shape, filters, { stride, padding });
      const side = Math.floor(((shape[2] ?? 0) + 2 * padding - kernel) / stride) + 1;
      shape = [1, out, side, side];
      if (pool) shape = poolOutputShape(shape, { kernel: 3, stride: 2 });
    }
    expect(shape).toEqual([1, 256, 6, 6]);
    for (const [from, to] of [
      [9216, 4096],
      [4096, 4096],
      [4096, 1000],
    ] as const) {
      parameters += linearParameters([to, from], true);
      macs += linearMacs([1, from], [to, from]);
    }
    expect(parameters).toBe(61_100_840);
    expect((macs / 1e9).toFixed(3)).toBe("0.714");
  });
});

describe("multiply–adds", () => {
  it("card 82: 32·32·10·75 = 768 000, and twice as many FLOPs", () => {
    const macs = conv2dMacs([1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 });
    expect([macs, flopsOf(macs)]).toEqual([768_000, 1_536_000]);
  });

  it("a bias adds one for each output value, so that positions × parameters is the sum", () => {
    const macs = conv2dMacs([1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 });
    const parameters = conv2dParameters([10, 3, 5, 5], true);
    expect(macs + biasMacs([1, 10, 32, 32])).toBe(32 * 32 * parameters);
  });

  it("grow with the batch and shrink with groups", () => {
    expect(conv2dMacs([2, 4, 5, 5], [8, 4, 3, 3])).toBe(2 * 9 * 8 * 36);
    expect(conv2dMacs([2, 4, 5, 5], [8, 2, 3, 3], { groups: 2 })).toBe(2 * 9 * 8 * 18);
  });

  it("of a transposed convolution: every input value meets every weight of its channel", () => {
    expect(convTranspose2dMacs([2, 4, 3, 5], [4, 6, 2, 2])).toBe(2 * 3 * 5 * 4 * 6 * 4);
  });

  it("of a linear layer: N·in·out", () => {
    expect(linearMacs([8, 4096], [1000, 4096])).toBe(32_768_000);
  });

  it.each([
    [
      "channels that the filters do not take",
      () => conv2dMacs([1, 4, 5, 5], [2, 3, 3, 3]),
      "4 channels",
    ],
    ["features that w does not take", () => linearMacs([1, 4], [2, 3]), "4 features"],
    [
      "channels that a transposed w does not take",
      () => convTranspose2dMacs([1, 4, 5, 5], [3, 2, 2, 2]),
      "4 channels",
    ],
  ])("refuse %s", (_, attempt, quoted) => {
    expect(attempt).toThrow(expect.objectContaining({ code: "ERR_CHANNELS" }));
    expect(attempt).toThrow(quoted);
  });

  it("need no memory: a layer too large to hold is still counted", () => {
    expect(conv2dParameters([1e5, 1e4, 3, 3], false)).toBe(9e9);
  });

  it.each([Number.NaN, -1, 2.5])("refuse %s where a size belongs", (size) => {
    expect(() => conv2dParameters([10, size, 5, 5], true)).toThrow(KernelError);
  });
});

describe("memory", () => {
  it.each([
    ["float64", 8],
    ["float32", 4],
    ["float16", 2],
    ["bfloat16", 2],
    ["int32", 4],
    ["int8", 1],
    ["uint8", 1],
  ] as const)("of a %s is %i bytes", (dtype, bytes) => {
    expect(bytesOf(1, dtype)).toBe(bytes);
  });

  it("card 83: 2352 values, 9408 bytes as float32, 9.408 kB, 9.1875 KiB", () => {
    const bytes = bytesOf(28 * 28 * 3, "float32");
    expect([bytes, inUnit(bytes, "kB"), inUnit(bytes, "KiB")]).toEqual([9408, 9.408, 9.1875]);
  });

  it("VGG-16's activations by CS231n's rows: 15 237 608 values, 60.95 MB, 58.1 MiB", () => {
    const bytes = bytesOf(15_237_608, "float32");
    expect([inUnit(bytes, "MB").toFixed(2), inUnit(bytes, "MiB").toFixed(1)]).toEqual([
      "60.95",
      "58.1",
    ]);
  });

  it.each([Number.NaN, -1, 0.5])("refuses %s values", (values) => {
    expect(() => bytesOf(values, "float32")).toThrow(
      expect.objectContaining({ code: "ERR_NUMBER" }),
    );
  });
});
