import { describe, expect, test } from "vitest";
import {
  type Layer,
  deriveFigure,
  isChain,
  networkReport,
  trainingOf,
  withNewHead,
} from "@/lib/network";
import { toText } from "@/lib/tex";

const LENET: readonly Layer[] = [
  { name: "Conv2d", in: 1, out: 6, kernel: 5 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 2 },
  { name: "Flatten" },
  { name: "Linear", in: 1176, out: 10 },
];

describe("a report tells as much as holds", () => {
  test("what does not fit is told in its row, and the rest is counted as if it fitted", () => {
    const { layers, totals } = networkReport(LENET, [1, 1, 28, 28]);
    expect(layers.map(({ error }) => error?.message)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "Layer 5 (Linear): in_features 1176 does not fit 6×12×12 = 864; 864 would.",
    ]);
    expect(totals.params).toBe(156 + 1176 * 10 + 10);
  });

  test("branches are read by their ids; a shared layer is counted once", () => {
    const layers: readonly Layer[] = [
      { name: "Conv2d", id: "a", out: 4, kernel: 3, padding: 1 },
      { name: "Conv2d", id: "b", out: 4, kernel: 3, padding: 1 },
      { name: "Conv2d", id: "c", out: 4, kernel: 3, padding: 1, shares: "b" },
      { name: "Add", from: ["c", "a"] },
    ];
    const report = networkReport(layers, [1, 4, 8, 8]);
    expect(report.layers.map(({ params }) => params)).toEqual([148, 148, 0, 0]);
    expect(report.layers[3]).toMatchObject({
      from: [2, 0],
      shape: [1, 4, 8, 8],
      receptive_field: 7,
    });
    expect([isChain(layers), isChain(LENET)]).toEqual([false, true]);
  });

  test("channels last come and go as they were given", () => {
    const conventions = { layout: "nhwc" } as const;
    const { layers } = networkReport(LENET, [2, 32, 32, 1], { conventions });
    expect(layers.map(({ shape }) => shape)).toEqual([
      [2, 28, 28, 6],
      [2, 28, 28, 6],
      [2, 14, 14, 6],
      [2, 1176],
      [2, 10],
    ]);
  });
});

describe("the working of a figure ends in the figure", () => {
  const { examined } = networkReport(LENET, [1, 1, 32, 32]);
  test.each([
    [0, "params", 156],
    [0, "macs", 28 * 28 * 6 * 25],
    [2, "receptive_field", 6],
    [4, "params", 11_770],
    [4, "macs", 11_760],
  ] as const)("layer %i, %s: %i", (row, figure, value) => {
    const one = examined[row];
    expect(one && deriveFigure(one, figure).some((step) => step.value === value)).toBe(true);
  });

  test("a ReLU has no parameters to work out", () => {
    expect(examined[1] && deriveFigure(examined[1], "params")).toEqual([]);
  });

  test("a shape and the memory have one too", () => {
    expect(examined[0] && deriveFigure(examined[0], "shape").length).toBeGreaterThan(0);
    expect(examined[0] && deriveFigure(examined[0], "activation").length).toBeGreaterThan(0);
  });
});

// 156 + 11 770 parameters; outputs 4704 + 4704 + 1176 + 1176 + 10, input 1024.
describe("the memory of a step of training", () => {
  const report = networkReport(LENET, [1, 1, 32, 32]);
  test.each([
    ["sgd", 0],
    ["momentum", 11_926],
    ["adam", 2 * 11_926],
  ] as const)("%s keeps %i values", (optimiser, state) => {
    const training = trainingOf(report, optimiser);
    expect(training).toMatchObject({
      parameters: { values: 11_926, bytes: 4 * 11_926 },
      gradients: { values: 11_926 },
      optimiser: { values: state },
      activations: { values: 1024 + 11_770 },
      trained: 11_926,
      frozen: 0,
    });
    expect(training.total.values).toBe(2 * 11_926 + state + 12_794);
  });

  test("a frozen layer needs no gradient, and nothing before the first trained one is kept", () => {
    expect(trainingOf(report, "adam", new Set(["conv1"]))).toMatchObject({
      parameters: { values: 11_926 },
      gradients: { values: 11_770 },
      optimiser: { values: 23_540 },
      activations: { values: 1176 + 10 },
      trained: 11_770,
      frozen: 156,
      trainedByLayer: [0, 0, 0, 0, 11_770],
    });
  });
});

describe("a new head", () => {
  test("replaces the last fully connected layer", () => {
    const { layers, head } = withNewHead(LENET, 3);
    expect([head, layers[head]?.out, layers.length]).toEqual([4, 3, 5]);
    expect(networkReport(layers, [1, 1, 32, 32]).layers.at(-1)?.params).toBe(1176 * 3 + 3);
  });

  test("needs a fully connected layer, and says so", () => {
    expect(() => withNewHead(LENET.slice(0, 3), 3)).toThrow(/No layer is fully connected/);
  });
});

describe("partial connections", () => {
  const layer = { name: "Conv2d", out: 2, kernel: 3, connections: [[0], [0, 1]] };
  const reported = (own: Partial<Layer>) => networkReport([{ ...layer, ...own }], [1, 2, 5, 5]);

  test("only what is connected is learned and multiplied", () => {
    const { params, macs, shape } = reported({}).layers[0] ?? {};
    expect([params, macs, shape]).toEqual([3 * 9 + 2, 3 * 9 * 9, [1, 2, 3, 3]]);
    expect(reported({ bias: false }).layers[0]?.params).toBe(27);
  });

  test.each([
    [{ connections: [[0]] }],
    [{ connections: [[0], [2]] }],
    [{ connections: [[0], [1, 1]] }],
    [{ connections: [[0], []] }],
    [{ groups: 2 }],
  ])("%j is refused, with what would do", (own) => {
    expect(reported(own).layers[0]?.error?.message).toMatch(/must list, for each of the 2 output/);
  });
});

describe("the working of a shape that no window makes", () => {
  test.each<[string, Layer, readonly string[]]>([
    ["Flatten", { name: "Flatten" }, ["4·6·6 = 144", "Y = 1 x 144"]],
    ["Upsample", { name: "Upsample", factor: 2 }, ["H_out = 6·2 = 12", "W_out = 6·2 = 12"]],
    ["ZeroPad2d", { name: "ZeroPad2d", pad: [1, 2, 1, 2] }, ["H_out = 6 + 1 + 1 = 8"]],
    [
      "PixelShuffle",
      { name: "PixelShuffle", factor: 2 },
      ["C_out = 4/(2^2) = 1, H_out = 6·2 = 12"],
    ],
    ["Sigmoid", { name: "Sigmoid" }, ["Y = 1 x 4 x 6 x 6"]],
    ["Concat", { name: "Concat", from: ["input", "input"] }, ["4 + 4 = 8", "Y = 1 x 8 x 6 x 6"]],
  ])("%s", (_, layer, lines) => {
    expect(shapeLines(layer, [1, 4, 6, 6]).join("; ")).toContain(lines.join("; "));
  });
});

test("the windows of a long chain are walked once: its last layers see what the sums say", () => {
  const layers = Array.from({ length: 600 }, () => ({
    name: "Conv2d",
    out: 2,
    kernel: 3,
    padding: 1,
  }));
  expect(networkReport(layers, [1, 2, 8, 8]).layers.at(-1)?.receptive_field).toBe(1 + 2 * 600);
});

function shapeLines(layer: Layer, input: readonly number[]): readonly string[] {
  const [one] = networkReport([layer], input).examined;
  return one ? deriveFigure(one, "shape").map(({ line }) => toText(line)) : [];
}
