import { describe, expect, it } from "vitest";
import { type Asked, checkAnswer } from "@/lib/answer/check";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { type QuestionDraft, questionFrom } from "@/lib/question";
import { KernelError } from "@/lib/tensor";

const NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const card76 = conv({
  inputs: {
    x: NINE,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
});
const asymmetric = conv({
  inputs: {
    x: NINE,
    w: [
      [1, 2],
      [0, -1],
    ],
  },
});
const card82 = conv({
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});
const card83 = conv({
  inputs: { x: { shape: [3, 28, 28] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});
const batchOfOne = conv({
  params: { padding: 2 },
  inputs: { x: { shape: [1, 3, 32, 32] }, w: { shape: [10, 3, 5, 5] } },
});
const batchOfTwo = conv({ inputs: { x: { shape: [2, 3, 8, 9] }, w: { shape: [4, 3, 3, 3] } } });
const average = questionFrom({
  op: "avg_pool2d",
  params: { kernel: [1, 3] },
  inputs: {
    x: [
      [1, 2, 2],
      [1, 1, 0],
      [1, 2, 3],
    ],
  },
});
const loss = questionFrom({ op: "mse_loss", inputs: { x: [[1, 2]], target: [[0, 0]] } });
const network = parseNetworkQuestion({
  op: "network",
  layers: [
    { name: "Conv2d", out: 8, kernel: 3, stride: 2 },
    { name: "Conv2d", out: 8, kernel: 3 },
  ],
  inputs: { x: { shape: [1, 3, 32, 32] } },
});
const logarithm = questionFrom({
  op: "batch_norm_train",
  inputs: {
    x: [
      [5, 5],
      [5, 5],
    ],
  },
});

function conv(draft: Omit<QuestionDraft, "op">): Asked {
  return questionFrom({ op: "conv2d", ...draft });
}

function under(question: Asked, conventions: Partial<Asked["conventions"]>): Asked {
  return { ...question, conventions: { ...question.conventions, ...conventions } };
}

const ROWS: readonly (readonly [
  typed: unknown,
  question: Asked,
  ask: string,
  verdict: string,
  score: number,
])[] = [
  // Tensors, cell by cell.
  [
    [
      [-4, -4],
      [-4, -4],
    ],
    card76,
    "y",
    "correct",
    1,
  ],
  ["-4 -4\n−4 −4", card76, "y", "correct", 1],
  ["tensor([[[[-4., -4.],\n          [-4., -4.]]]])", card76, "y", "correct", 1],
  [{ shape: [2, 2], data: [-4, -4, -4, -4] }, card76, "y", "correct", 1],
  [
    [
      ["-8/2", "1-5"],
      ["−4", -4],
    ],
    card76,
    "y",
    "correct",
    1,
  ],
  [
    [
      [-5, -6],
      [-12, -9],
    ],
    card76,
    "y",
    "incorrect",
    0,
  ],
  [
    [
      [-4, -4],
      [-4, 4],
    ],
    card76,
    "y",
    "incorrect",
    0.75,
  ],
  [
    [
      [-4, null],
      ["", -4],
    ],
    card76,
    "y",
    "incorrect",
    0.5,
  ],
  [
    [
      [-4, null],
      [4, -4],
    ],
    card76,
    "y",
    "incorrect",
    0.5,
  ],
  [
    [
      [-4, -4, -4],
      [-4, -4, -4],
      [-4, -4, -4],
    ],
    card76,
    "y",
    "incorrect",
    0,
  ],
  [-4, card76, "y", "incorrect", 0],
  [
    [
      [null, null],
      ["", " "],
    ],
    card76,
    "y",
    "invalid",
    0,
  ],
  ["", card76, "y", "invalid", 0],
  [null, card76, "y", "invalid", 0],
  [undefined, card76, "y", "invalid", 0],
  [[[1, 2], [3]], card76, "y", "invalid", 0],
  [
    [
      ["four", -4],
      [-4, -4],
    ],
    card76,
    "y",
    "invalid",
    0,
  ],
  ["[[-4, -4], [-4, -4]", card76, "y", "invalid", 0],
  [true, card76, "y", "invalid", 0],
  [{ y: 1 }, card76, "y", "invalid", 0],
  [[[5 / 3], [2 / 3], [2]], average, "y", "correct", 1],
  [[["1.67"], ["0.667"], ["2"]], average, "y", "correct", 1],
  [[["1.7"], ["0.67"], ["2"]], average, "y", "incorrect", 1 / 3],
  ["5/3; 2/3; 6/3", average, "y", "correct", 1],
  ["2.5", loss, "y", "correct", 1],
  [2.5, loss, "y", "correct", 1],
  [[2.5], loss, "y", "correct", 1],
  ["5/2", loss, "y", "correct", 1],
  [
    [
      [0, 0],
      [0, 0],
    ],
    logarithm,
    "y",
    "correct",
    1,
  ],
  // Counts are exact.
  [760, card82, "params", "correct", 1],
  ["(3·5·5+1)·10", card82, "params", "correct", 1],
  ["760 parameters", card82, "params", "correct", 1],
  ["760.0", card82, "params", "correct", 1],
  [750, card82, "params", "incorrect", 0],
  ["7.6e2", card82, "params", "correct", 1],
  ["0.76k", card82, "params", "correct", 1],
  ["0.8k", card82, "params", "incorrect", 0],
  ["about 760", card82, "params", "invalid", 0],
  ["760 kB", card82, "params", "invalid", 0],
  [768_000, card82, "macs", "correct", 1],
  ["32·32·10·75", card82, "macs", "correct", 1],
  ["0.77 M", card82, "macs", "correct", 1],
  ["0.78 M", card82, "macs", "incorrect", 0],
  ["1536k", card82, "flops", "correct", 1],
  // Memory: bytes, or a unit at the digits given.
  [9408, card83, "memory.x", "correct", 1],
  ["9408 B", card83, "memory.x", "correct", 1],
  ["28·28·3·4", card83, "memory.x", "correct", 1],
  ["9.4 kB", card83, "memory.x", "correct", 1],
  ["9.41 kB", card83, "memory.x", "correct", 1],
  ["9.40 kB", card83, "memory.x", "incorrect", 0],
  ["9 kB", card83, "memory.x", "incorrect", 0],
  ["9.19 KiB", card83, "memory.x", "correct", 1],
  ["9.2 KiB", card83, "memory.x", "correct", 1],
  ["9.2 kB", card83, "memory.x", "incorrect", 0],
  ["9.2 kB", under(card83, { units: "iec" }), "memory.x", "correct", 1],
  ["75264 bits", card83, "memory.x", "correct", 1],
  ["75 kbit", card83, "memory.x", "correct", 1],
  ["2352·4/1024 KiB", card83, "memory.x", "correct", 1],
  ["0.0094 MB", card83, "memory.x", "correct", 1],
  [9.408, card83, "memory.x", "incorrect", 0],
  ["9.2 kb", card83, "memory.x", "invalid", 0],
  [2352, card83, "memory.x", "incorrect", 0],
  [2352, card83, "memory.x.values", "correct", 1],
  [2353, card83, "memory.x.values", "incorrect", 0],
  ["2352 values", card83, "memory.x.values", "correct", 1],
  // Shapes, with the batch or without, channels first or last.
  ["32 × 32 × 10", card82, "shapes.y", "correct", 1],
  ["10x32x32", card82, "shapes.y", "correct", 1],
  ["(1, 10, 32, 32)", card82, "shapes.y", "correct", 1],
  [[10, 32, 32], card82, "shapes.y", "correct", 1],
  ["(10, 32, 32)", batchOfOne, "shapes.y", "correct", 1],
  ["1x32x32x10", batchOfOne, "shapes.y", "correct", 1],
  ["32x32x10", batchOfOne, "shapes.y", "correct", 1],
  ["torch.Size([1, 10, 32, 32])", batchOfOne, "shapes.y", "correct", 1],
  ["2x4x6x7", batchOfTwo, "shapes.y", "correct", 1],
  ["2x6x7x4", batchOfTwo, "shapes.y", "correct", 1],
  ["4x6x7", batchOfTwo, "shapes.y", "incorrect", 0],
  ["2x4x7x6", batchOfTwo, "shapes.y", "incorrect", 0.5],
  ["2x2", card76, "shapes.y", "correct", 1],
  ["1x2x2", card76, "shapes.y", "correct", 1],
  ["2x2x1", card76, "shapes.y", "correct", 1],
  ["3x3", card76, "shapes.grads.x", "correct", 1],
  ["2x2", card76, "shapes.grads.w", "correct", 1],
  ["10x3x5x5", card82, "shapes.grads.w", "correct", 1],
  ["10x5x5x3", card82, "shapes.grads.w", "incorrect", 0.5],
  ["3x5x5x10", card82, "shapes.w", "incorrect", 0.25],
  ["(10,)", card82, "shapes.grads.b", "correct", 1],
  ["3x32x32", card82, "shapes.y", "incorrect", 2 / 3],
  ["32x32", card82, "shapes.y", "incorrect", 0],
  ["15.5x15.5x10", card82, "shapes.y", "incorrect", 1 / 3],
  ["10x?x32", card82, "shapes.y", "incorrect", 2 / 3],
  ["()", loss, "shapes.y", "correct", 1],
  ["thirty-two", card82, "shapes.y", "invalid", 0],
  // Receptive fields and networks.
  [7, network, "receptive_field", "correct", 1],
  ["7x7", network, "receptive_field", "correct", 1],
  ["3 + 2·2", network, "receptive_field", "correct", 1],
  ["7x6", network, "receptive_field", "incorrect", 0.5],
  [5, network, "receptive_field", "incorrect", 0],
  ["5x5", card82, "receptive_field", "correct", 1],
  ["1x8x13x13", network, "shapes.y", "correct", 1],
  ["3·3·3·8+8 + 3·3·8·8+8", network, "params", "correct", 1],
];

describe("each answer has its verdict and its score", () => {
  it.each(ROWS)("%j", (typed, question, ask, verdict, score) => {
    const check = checkAnswer(question, ask, typed);
    expect([check.verdict, check.score]).toEqual([verdict, score]);
  });
});

describe("cells lists every cell that is not correct, and no other", () => {
  it.each([
    [
      [
        [-4, -4],
        [-4, 4],
      ],
      [[[1, 1], "incorrect"]],
    ],
    [
      [
        [-4, null],
        ["", 4],
      ],
      [
        [[0, 1], "blank"],
        [[1, 0], "blank"],
        [[1, 1], "incorrect"],
      ],
    ],
    [
      [
        [-4, -4],
        [-4, -4],
      ],
      [],
    ],
  ] as const)("of %j", (answer, wrong) => {
    const { cells } = checkAnswer(card76, "y", answer);
    expect(cells.map(({ at, verdict }) => [at, verdict])).toEqual(wrong);
  });

  it("of a wrong shape all", () => {
    expect(checkAnswer(card76, "y", [[-4, -4, -4]]).cells).toHaveLength(4);
  });

  it("of a count the one", () => {
    expect(checkAnswer(card82, "params", 750).cells).toEqual([{ at: [], verdict: "incorrect" }]);
  });

  it("of a shape the sizes", () => {
    expect(checkAnswer(card82, "shapes.y", "3x32x32").cells).toEqual([
      { at: [0], verdict: "incorrect" },
    ]);
  });

  it("of what cannot be read the one where reading stopped", () => {
    const { cells, unreadable } = checkAnswer(card76, "y", [
      [-4, "four"],
      [-4, -4],
    ]);
    expect(cells).toEqual([{ at: [0, 1], verdict: "invalid" }]);
    expect(unreadable).toMatchObject({ code: "UNEXPECTED", cell: [0, 1] });
    expect(unreadable?.message).toMatch(/cell \[0, 1\].*“four”/);
  });
});

describe("a shape in the other layout is wrong where the question states its layout", () => {
  const stated = { isLayoutFixed: true };

  it("and the convention is named", () => {
    expect(checkAnswer(card82, "shapes.y", "32x32x10", stated)).toMatchObject({
      verdict: "incorrect",
      convention: expect.stringMatching(/^right if channels come last \(layout: nhwc\)$/) as string,
    });
    expect(checkAnswer(card82, "shapes.y", "10x32x32", stated).verdict).toBe("correct");
    expect(checkAnswer(card82, "shapes.y", "1x10x32x32", stated).verdict).toBe("correct");
  });

  it("as a question does that is not in the default layout", () => {
    const nhwc = under(
      conv({ inputs: { x: { shape: [32, 32, 3] }, w: { shape: [10, 3, 5, 5] } } }),
      { layout: "nhwc" },
    );
    expect(checkAnswer(nhwc, "shapes.y", "28x28x10").verdict).toBe("correct");
    expect(checkAnswer(nhwc, "shapes.y", "10x28x28")).toMatchObject({
      verdict: "incorrect",
      convention: expect.stringMatching(/layout: nchw/) as string,
    });
  });
});

describe("what is right under one other convention says so", () => {
  const strided = conv({
    params: { stride: 2 },
    inputs: { x: { shape: [6, 6] }, w: { shape: [3, 3] } },
  });
  const lopsided = conv({ params: { padding: "same" }, inputs: { x: [[1, 2, 3]], w: [[1, 10]] } });
  const twoChannels = conv({
    inputs: { x: [[[1, 2, 3]]], w: [[[[1]]], [[[10]]]] },
  });

  it.each([
    [
      [
        [4, 4],
        [4, 4],
      ],
      card76,
      "y",
      "right if the kernel is flipped first (operation: convolution)",
    ],
    [[[3, 3]], strided, "shapes.y", undefined],
    ["3x3", strided, "shapes.y", "right if output sizes are rounded up (rounding: ceil)"],
    [
      [[10, 21, 32]],
      lopsided,
      "y",
      "right if “same” puts the odd cell of padding at the top and left (padding: onnx_lower)",
    ],
    [778_240, card82, "macs", "right if MACs count the bias too (macs: with_bias)"],
    [1_536_000, card82, "macs", "right if a multiply–add counts as two operations (FLOPs)"],
    [768_000, card82, "flops", "right if a multiply–add counts as one operation (MACs)"],
    ["9.2 kB", card83, "memory.x", "right if kB, MB and GB are powers of 1024 (units: iec)"],
    [
      "9.4 kB",
      under(card83, { units: "iec" }),
      "memory.x",
      "right if kB, MB and GB are powers of 1000 (units: si)",
    ],
    [
      [
        [
          [1, 10],
          [2, 20],
          [3, 30],
        ],
      ],
      twoChannels,
      "y",
      "right if channels come last (layout: nhwc)",
    ],
    [
      [
        [-5, -6],
        [-12, -9],
      ],
      card76,
      "y",
      undefined,
    ],
    [750, card82, "params", undefined],
  ] as const)("%j: %s", (answer, question, ask, convention) => {
    const check = checkAnswer(question, ask, answer);
    expect([check.verdict, check.convention]).toEqual(["incorrect", convention]);
  });

  it("but not what is right as it is", () => {
    expect(
      checkAnswer(card76, "y", [
        [-4, -4],
        [-4, -4],
      ]),
    ).not.toHaveProperty("convention");
  });
});

describe("a wrong answer is diagnosed, a right or an unreadable one is not", () => {
  it.each([
    [
      [
        [-5, -6],
        [-12, -9],
      ],
      card76,
      "y",
      ["TERM_DROPPED", "SIGN_SLIP"],
    ],
    ["4 4\n4 4", card76, "y", ["KERNEL_FLIPPED"]],
    [750, card82, "params", ["BIAS_FORGOTTEN"]],
    ["(5·5+1)·10", card82, "params", ["CHANNELS_FORGOTTEN"]],
    ["2352", card83, "memory.x", ["VALUES_FOR_BYTES"]],
    ["2353", card83, "memory.x.values", ["OFF_BY_ONE"]],
    [
      [
        [-4, -4],
        [-4, -4],
      ],
      card76,
      "y",
      [],
    ],
    [
      [
        [-4, "four"],
        [-4, -4],
      ],
      card76,
      "y",
      [],
    ],
    [
      [
        [-4, null],
        [null, -4],
      ],
      card76,
      "y",
      [],
    ],
  ] as const)("%j", (answer, question, ask, mistakes) => {
    const { diagnosis } = checkAnswer(question, ask, answer);
    expect(diagnosis.map(({ mistake }) => mistake)).toEqual(mistakes);
  });
});

describe("what the question does not have is an error that says what it has", () => {
  it.each([
    ["z", card76, /ask is "z"/],
    ["constructor", card76, /ask is "constructor"/],
    ["shapes.constructor", card76, /ask is "shapes.constructor"/],
    ["grads.constructor", card76, /no grads.constructor/],
    ["indices", card76, /no indices/],
    ["grads.b", card76, /no grads.b/],
    ["y", card82, /a shape and no data/],
    ["grads.w", card82, /a shape and no data/],
    ["memory.q", card82, /Did you mean "memory\.[xwby]"/],
    ["receptive_field", loss, /receptive field/],
    ["indices", network, /no indices|no data/],
  ] as const)("%s", (ask, question, message) => {
    const check = () => checkAnswer(question, ask, 1);
    expect(check).toThrow(KernelError);
    expect(check).toThrow(message);
  });
});

it("an asymmetric kernel tells the transposed answer apart", () => {
  expect(
    checkAnswer(asymmetric, "y", [
      [0, 2],
      [6, 8],
    ]).verdict,
  ).toBe("correct");
  expect(
    checkAnswer(asymmetric, "y", [
      [0, 6],
      [2, 8],
    ]),
  ).toMatchObject({ score: 0.5 });
});
