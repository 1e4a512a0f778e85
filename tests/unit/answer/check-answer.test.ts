import { describe, expect, it } from "vitest";
import { checkAnswer } from "@/lib/answer/check";
import { questionFrom } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { asymmetric, card76, card82, card83, conv, loss, network, under } from "./asked";

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

  const pooled = questionFrom({
    op: "max_pool2d",
    params: { kernel: 2 },
    inputs: {
      x: [
        [1, 5, 2, 3, 9, 4],
        [8, 6, 7, 1, 0, 2],
      ],
    },
  });
  const normed = questionFrom({
    op: "batch_norm_train",
    inputs: { x: { shape: [8, 16, 4, 4] }, gamma: { shape: [16] }, beta: { shape: [16] } },
  });

  it.each([
    [[[7, 9, 5]], pooled, "indices", "right if the cells were counted from 1"],
    [[[7, 8, 5]], pooled, "indices", undefined],
    [
      64,
      normed,
      "params",
      "right if the running mean and variance counted too, which are kept but not learned",
    ],
    [16, normed, "params", undefined],
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
