import { describe, expect, it } from "vitest";
import { derive, deriveReceptiveField } from "@/lib/derivation";
import { type Ask, type QuestionDraft, questionFrom } from "@/lib/question";
import { toText } from "@/lib/tex";
import { worked } from "./worked";

type Row = readonly [
  law: string,
  question: QuestionDraft,
  ask: Ask,
  result: number | readonly number[],
  lines: readonly string[],
];

/** Card 82: a 32×32×3 input, 10 filters of 5×5, padding 2. */
const CARD_82: QuestionDraft = {
  op: "conv2d",
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
};

/** Card 83: a 28×28×3 input. */
const CARD_83: QuestionDraft = { op: "relu", inputs: { x: { shape: [3, 28, 28] } } };

const GROUPED: QuestionDraft = {
  op: "conv2d",
  params: { groups: 4 },
  inputs: { x: { shape: [8, 6, 6] }, w: { shape: [12, 2, 3, 3] } },
};

const STAMPED: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 2 },
  inputs: { x: { shape: [8, 4, 4] }, w: { shape: [8, 2, 3, 3] }, b: { shape: [2] } },
};

const DENSE: QuestionDraft = {
  op: "linear",
  inputs: { x: { shape: [2, 100] }, w: { shape: [10, 100] }, b: { shape: [10] } },
};

const ROWS: readonly Row[] = [
  [
    "card 82: one filter has a weight for every channel and place, and one bias",
    CARD_82,
    "params",
    760,
    [
      "parameters = (C_in·k_h·k_w + 1)·C_out",
      "3·5·5 + 1 = 75 + 1 = 76",
      "parameters = (3·5·5 + 1)·10 = 76·10 = 760",
    ],
  ],
  [
    "with groups a filter meets its own channels only",
    GROUPED,
    "params",
    216,
    ["parameters = C_in/G·k_h·k_w·C_out", "2·3·3 = 18", "parameters = 2·3·3·12 = 18·12 = 216"],
  ],
  [
    "a transposed convolution has one bias for each output channel",
    STAMPED,
    "params",
    146,
    [
      "parameters = (C_in·k_h·k_w + 1)·C_out",
      "8·3·3 + 1 = 72 + 1 = 73",
      "parameters = (8·3·3 + 1)·2 = 73·2 = 146",
    ],
  ],
  [
    "a linear layer has a weight for each pair of features",
    DENSE,
    "params",
    1010,
    ["parameters = (F_in + 1)·F_out", "100 + 1 = 101", "parameters = (100 + 1)·10 = 101·10 = 1010"],
  ],
  ["pooling learns nothing", CARD_83, "params", 0, ["parameters = 0"]],
  [
    "card 82: 10 240 outputs of 75 products each",
    CARD_82,
    "macs",
    768_000,
    [
      "MACs = values of Y·C_in·k_h·k_w",
      "10 x 32 x 32 = 10240",
      "3·5·5 = 75",
      "MACs = 10240·75 = 768000",
    ],
  ],
  [
    "by the other convention the bias is counted too",
    { ...CARD_82, conventions: { macs: "with_bias" } },
    "macs",
    778_240,
    [
      "MACs = values of Y·C_in·k_h·k_w",
      "10 x 32 x 32 = 10240",
      "3·5·5 = 75",
      "75 + 1 = 76",
      "MACs = 10240·76 = 778240",
    ],
  ],
  [
    "a transposed convolution multiplies every input by its whole kernel",
    STAMPED,
    "macs",
    2304,
    ["8 x 4 x 4 = 128", "2·3·3 = 18", "MACs = 128·18 = 2304"],
  ],
  [
    "FLOPs are twice the MACs",
    DENSE,
    "flops",
    4000,
    ["MACs = values of Y·F_in", "2 x 10 = 20", "MACs = 20·100 = 2000", "FLOPs = 2·2000 = 4000"],
  ],
  [
    "card 83: values, bytes, kB and KiB",
    CARD_83,
    "memory.x",
    9408,
    [
      "28 x 28 x 3 = 2352 values",
      "2352·4 = 9408 bytes",
      "9408/1000 = 9.408 kB",
      "9408/1024 = 9.1875 KiB",
    ],
  ],
  ["card 83: the values alone", CARD_83, "memory.x.values", 2352, ["28 x 28 x 3 = 2352 values"]],
  [
    "a binary course hears KiB first, and half precision takes 2 bytes",
    { ...CARD_83, conventions: { units: "iec" }, dtype: "float16" },
    "memory.y",
    4704,
    [
      "28 x 28 x 3 = 2352 values",
      "2352·2 = 4704 bytes",
      "4704/1024 = 4.59375 KiB",
      "4704/1000 = 4.704 kB",
    ],
  ],
  ["what is small needs no other unit", CARD_82, "memory.b", 40, ["10 values", "10·4 = 40 bytes"]],
  [
    "one layer sees its dilated kernel",
    { ...CARD_82, params: { dilation: 2, stride: 2 } },
    "receptive_field",
    9,
    [
      "r → r + (k' - 1)·j, j → j·S",
      "r = 1, j = 1",
      "k' = 2·(5 - 1) + 1 = 9",
      "r = 1 + (9 - 1)·1 = 9",
      "j = 1·2 = 2",
      "9 x 9",
    ],
  ],
  [
    "a gradient by the kernel has the kernel's shape",
    CARD_82,
    "shapes.grads.w",
    [10, 3, 5, 5],
    ["shape of dL/dK = 10 x 3 x 5 x 5"],
  ],
  ["a linear layer keeps the samples", DENSE, "shapes.y", [2, 10], ["shape of Y = 2 x 10"]],
];

describe("counts are worked out line by line", () => {
  it.each(ROWS)("%s", (_, question, ask, result, lines) => {
    expect(worked(question, ask)).toEqual(lines);
    expect(derive(questionFrom(question), ask).result).toEqual(result);
  });

  it("a tensor that the question lacks has no memory", () => {
    expect(() => derive(questionFrom(DENSE), "memory.gamma")).toThrow(/linear has no gamma/);
  });
});

describe("the receptive field of a chain", () => {
  it("grows by the reach less one in steps of the jump, and only then the jump grows", () => {
    const chain = [
      { kernel: 3, stride: 2, name: "conv1" },
      { kernel: 3, dilation: 2, name: "conv2" },
      { kernel: 2, stride: 2, name: "pool" },
    ];
    const { steps, result } = deriveReceptiveField(chain);
    expect(steps.map((step) => toText(step.line))).toEqual([
      "r → r + (k' - 1)·j, j → j·S",
      "r = 1, j = 1",
      "r = 1 + (3 - 1)·1 = 3",
      "j = 1·2 = 2",
      "k' = 2·(3 - 1) + 1 = 5",
      "r = 3 + (5 - 1)·2 = 11",
      "j = 2·1 = 2",
      "r = 11 + (2 - 1)·2 = 13",
      "j = 2·2 = 4",
      "r = 13",
    ]);
    expect(result).toBe(13);
  });

  it("is 195 for the AlexNet of Araujo, Norris and Sim, up to its last pooling", () => {
    const alexNet = [
      { kernel: 11, stride: 4 },
      { kernel: 3, stride: 2 },
      { kernel: 5 },
      { kernel: 3, stride: 2 },
      { kernel: 3 },
      { kernel: 3 },
      { kernel: 3 },
      { kernel: 3, stride: 2 },
    ];
    expect(deriveReceptiveField(alexNet).result).toBe(195);
  });

  it("is one cell before any layer", () => {
    expect(deriveReceptiveField([]).result).toBe(1);
  });
});
