import { beforeAll, describe, expect, it } from "vitest";
import type { KernelErrorCode } from "@/lib/tensor";
import { askAll, refusalIn, PATIENCE } from "./command";

const X = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const K = [
  [1, 0],
  [0, -1],
];

type Row = readonly [law: string, question: unknown, code: KernelErrorCode, says: RegExp];

const ROWS: readonly Row[] = [
  ["a question is an object", 5, "ERR_INPUT", /is 5.*op, params, inputs/],
  ["an unknown op: the nearest is offered", { op: "conv2", inputs: {} }, "ERR_INPUT", /"conv2d"\?/],
  ["a later op is said to be later", { op: "nms", inputs: {} }, "ERR_INPUT", /nms.*not.*yet/],
  ["so are the two of roi", { op: "roi_align", inputs: {} }, "ERR_INPUT", /roi_align.*not.*yet/],
  ["an op is needed", { inputs: { x: X } }, "ERR_INPUT", /op is missing.*conv2d/],
  ["inputs are needed", { op: "relu" }, "ERR_INPUT", /inputs is missing/],
  ["x is needed", conv({}, { w: K }), "ERR_INPUT", /inputs\.x is missing.*x and w/],
  ["w is needed", conv({}, { x: X }), "ERR_INPUT", /inputs\.w is missing.*x and w/],
  ["an unknown input", conv({}, { x: X, w: K, weight: K }), "ERR_INPUT", /"weight"/],
  ["an input of another op", conv({}, { x: X, w: K, gamma: [1] }), "ERR_INPUT", /no input gamma/],
  ["an unknown parameter", conv({ strides: 2 }), "ERR_INPUT", /"strides".*"stride"/],
  ["a parameter of another op", conv({ eps: 0.1 }), "ERR_INPUT", /no parameter eps.*stride/],
  ["an unknown convention", { ...conv({}), conventions: { round: 1 } }, "ERR_INPUT", /"rounding"/],
  [
    "an unknown rounding",
    { ...conv({}), conventions: { rounding: "up" } },
    "ERR_INPUT",
    /"up".*floor, ceil, exact/,
  ],
  ["an unknown dtype", { ...conv({}), dtype: "float" }, "ERR_INPUT", /"float".*float32/],
  ["ragged rows", relu([[1, 2], [3]]), "ERR_RAGGED", /inputs\.x.*row of 2.*row of 1/],
  ["rows of different depth", relu([1, [2]]), "ERR_RAGGED", /inputs\.x/],
  ["a word among the values", relu([[1, "two"]]), "ERR_INPUT", /"two" at \[0, 1\]/],
  ["null among the values", relu([[1, null]]), "ERR_INPUT", /null at \[0, 1\]/],
  [
    "too few values",
    relu({ shape: [2, 2], data: [1, 2, 3] }),
    "ERR_SHAPE",
    /4 values.*3 are given/,
  ],
  ["a shape that is no list", relu({ shape: 4 }), "ERR_INPUT", /inputs\.x\.shape is 4/],
  ["half a cell in a shape", relu({ shape: [2, 1.5] }), "ERR_SHAPE", /1\.5.*whole number/],
  ["NaN in a shape", relu({ shape: [2, "NaN"] }), "ERR_NUMBER", /"NaN".*whole number/],
  ["data without a shape", relu({ data: [1] }), "ERR_INPUT", /no shape/],
  ["a stride of 0", conv({ stride: 0 }), "ERR_STRIDE", /stride.*is 0.*at least 1/],
  ["a stride of 1.5", conv({ stride: 1.5 }), "ERR_STRIDE", /1\.5.*whole number/],
  ["a stride backwards", conv({ stride: [1, -1] }), "ERR_STRIDE", /-1|−1/],
  ["NaN for a stride", conv({ stride: "NaN" }), "ERR_NUMBER", /params\.stride is "NaN"/],
  ["three strides", conv({ stride: [1, 1, 1] }), "ERR_NUMBER", /\[1,1,1\].*\[height, width\]/],
  ["groups that are no number", conv({ groups: "two" }), "ERR_NUMBER", /"two"/],
  ["groups of 0", conv({ groups: 0 }), "ERR_NUMBER", /groups is 0/],
  ["padding below 0", conv({ padding: -1 }), "ERR_PADDING", /-1|−1/],
  ["an unknown padding", conv({ padding: "full" }), "ERR_PADDING", /"full".*"same" or "valid"/],
  ["three sides of padding", conv({ pad: [1, 1, 1] }), "ERR_PADDING", /top, left, bottom, right/],
  ["a dilation of 0", conv({ dilation: 0 }), "ERR_NUMBER", /dilation.*is 0/],
  [
    "a window larger than the padded input",
    conv({ dilation: 3 }),
    "ERR_WINDOW",
    /covers 4 cells.*3 \+ 0 \+ 0 = 3/,
  ],
  [
    "must-fit rounding where the stride does not divide",
    { ...conv({ stride: 2 }), conventions: { rounding: "exact" } },
    "ERR_EXACT",
    /1.*2/,
  ],
  [
    "channels that do not divide by groups",
    conv({ groups: 2 }, { x: { shape: [3, 4, 4] }, w: { shape: [2, 1, 2, 2] } }),
    "ERR_CHANNELS",
    /3.*2/,
  ],
  [
    "filters for other channels",
    conv({}, { x: { shape: [3, 4, 4] }, w: { shape: [2, 4, 2, 2] } }),
    "ERR_CHANNELS",
    /3.*4/,
  ],
  [
    "a bias for other channels",
    conv({}, { x: X, w: K, b: [1, 2] }),
    "ERR_CHANNELS",
    /b.*\[2\].*\[1\]/,
  ],
  ["x of rank 1", conv({}, { x: [1, 2], w: K }), "ERR_SHAPE", /rank 1.*C×H×W/],
  ["w of rank 1", conv({}, { x: X, w: [1, 2] }), "ERR_SHAPE", /rank 1.*Cin×kH×kW/],
  [
    "card 81: a 2×2 gradient at stride 1",
    { ...conv({}, { x: { shape: [4, 4] }, w: { shape: [2, 2] } }), dy: { shape: [2, 2] } },
    "ERR_GRADIENT",
    /\[3, 3\].*\[2, 2\].*stride 2.*3×3 input/,
  ],
  [
    "a gradient for a loss is a scalar",
    { op: "mse_loss", inputs: { x: X, target: X }, dy: [1, 2] },
    "ERR_GRADIENT",
    /\[\] \(one number\).*\[2\]/,
  ],
  ["a pool needs its kernel", pool({}), "ERR_INPUT", /params\.kernel/],
  [
    "padding of more than half the pool",
    pool({ kernel: 2, padding: 2 }),
    "ERR_PADDING",
    /padding is 2/,
  ],
  ["average pooling has no dilation", avg({ kernel: 2, dilation: 2 }), "ERR_INPUT", /dilation/],
  [
    "output_padding below the stride",
    transposed({ stride: 2, output_padding: 2 }),
    "ERR_PADDING",
    /2/,
  ],
  [
    "unpooling has no same",
    {
      op: "max_unpool2d",
      params: { kernel: 2, padding: "same" },
      inputs: { x: [[1]], indices: [[0]] },
    },
    "ERR_PADDING",
    /"same"/,
  ],
  [
    "padding and pad that say different things",
    conv({ padding: 1, pad: [1, 1, 1, 0] }),
    "ERR_PADDING",
    /padding is 1.*pad is \[1,1,1,0\].*one of them/,
  ],
  [
    "the same of a layer",
    net([{ name: "Conv2d", out: 1, kernel: 3, padding: [0, 1], pad: [0, 0, 0, 0] }]),
    "ERR_PADDING",
    /Layer 1 \(Conv2d\): padding is \[0,1\]/,
  ],
  [
    "no output size to keep",
    {
      op: "max_unpool2d",
      params: { output_size: [2, null] },
      inputs: { x: [[1]], indices: [[0]] },
    },
    "ERR_NUMBER",
    /output_size holds null.*whole number/,
  ],
  [
    "three output sizes",
    adaptive({ output_size: [1, 1, 1] }),
    "ERR_NUMBER",
    /\[1,1,1\].*null keeps/,
  ],
  ["an output size is needed", adaptive({}), "ERR_INPUT", /output_size/],
  ["an output size of 0", adaptive({ output_size: [0, 1] }), "ERR_NUMBER", /output_size is 0/],
  [
    "an index outside its plane",
    { op: "max_unpool2d", params: { kernel: 2 }, inputs: { x: [[1]], indices: [[4]] } },
    "ERR_INDEX",
    /4/,
  ],
  [
    "indices of another shape",
    { op: "max_unpool2d", params: { kernel: 2 }, inputs: { x: [[1]], indices: [[0, 1]] } },
    "ERR_SHAPE",
    /\[1, 1\].*\[1, 2\]/,
  ],
  [
    "a class that does not exist",
    { op: "cross_entropy", inputs: { x: [[1, 2]], target: [2] } },
    "ERR_INDEX",
    /2/,
  ],
  [
    "one class for each example",
    { op: "cross_entropy", inputs: { x: [[1, 2]], target: [0, 1] } },
    "ERR_SHAPE",
    /\[2\].*\[1\]/,
  ],
  [
    "an axis that x has not",
    { ...relu(X), op: "softmax", params: { axis: 2 } },
    "ERR_INDEX",
    /0 to 1/,
  ],
  [
    "features that do not match",
    { op: "linear", inputs: { x: [[1, 2]], w: [[1, 2, 3]] } },
    "ERR_CHANNELS",
    /2 features.*takes 3/,
  ],
  [
    "a target of another shape",
    { op: "mse_loss", inputs: { x: X, target: K } },
    "ERR_SHAPE",
    /\[3, 3\].*\[2, 2\]/,
  ],
  ["a result beyond the memory bound", conv({ padding: 30_000 }), "ERR_MEMORY", /more than/],
  [
    "an unknown layer",
    net([{ name: "Conv", out: 1, kernel: 1 }]),
    "ERR_INPUT",
    /Layer 1.*"Conv2d"\?/,
  ],
  ["a layer without its kernel", net([{ name: "Conv2d", out: 1 }]), "ERR_INPUT", /Layer 1.*kernel/],
  [
    "channels that a layer says wrongly",
    net([{ name: "ReLU" }, { name: "Conv2d", in: 4, out: 1, kernel: 1 }]),
    "ERR_CHANNELS",
    /Layer 2 \(Conv2d\).*4.*3 channels/,
  ],
  ["a missing Flatten", net([{ name: "Linear", out: 2 }]), "ERR_SHAPE", /Flatten.*3·8·8 = 192/],
  ["a network without layers", net([]), "ERR_INPUT", /at least one/],
];

let answers: readonly string[] = [];
beforeAll(async () => {
  answers = await askAll(ROWS.map(([, question]) => question));
}, PATIENCE);

describe("a wrong question is answered by a code and by what would be right", () => {
  it.each(ROWS.map(([law, , code, says], index) => [law, code, says, index] as const))(
    "%s: %s",
    (_, code, says, index) => {
      const refused = refusalIn(answers[index] ?? "");
      expect(refused.code).toBe(code);
      expect(refused.message).toMatch(says);
      expect(refused.message).toMatch(/[.?]$/);
    },
  );
});

function conv(params: object, inputs: object = { x: X, w: K }) {
  return { op: "conv2d", params, inputs };
}

function transposed(params: object) {
  return { op: "conv_transpose2d", params, inputs: { x: X, w: K } };
}

function relu(x: unknown) {
  return { op: "relu", inputs: { x } };
}

function pool(params: object) {
  return { op: "max_pool2d", params, inputs: { x: X } };
}

function avg(params: object) {
  return { op: "avg_pool2d", params, inputs: { x: X } };
}

function adaptive(params: object) {
  return { op: "adaptive_avg_pool2d", params, inputs: { x: X } };
}

function net(layers: readonly object[]) {
  return { op: "network", layers, inputs: { x: { shape: [1, 3, 8, 8] } } };
}
