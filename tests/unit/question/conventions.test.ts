import { describe, expect, it } from "vitest";
import { type Conventions, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type NestedNumbers, toNested } from "@/lib/tensor";

const X = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const K = [
  [1, 2],
  [3, 4],
];

const CONVOLUTION: Partial<Conventions> = { operation: "convolution" };
const KERNEL_ROTATED = [
  [4, 3],
  [2, 1],
];

describe("operation", () => {
  const correlation = solutionOf({ op: "conv2d", inputs: { x: X, w: K } }, {});
  const convolution = solutionOf({ op: "conv2d", inputs: { x: X, w: K } }, CONVOLUTION);

  it("correlation lays the kernel on as it is: 1·1 + 2·2 + 4·3 + 5·4 = 37", () =>
    expect(correlation.y).toEqual([
      [37, 47],
      [67, 77],
    ]));

  it("convolution rotates it by 180° first: 1·4 + 2·3 + 4·2 + 5·1 = 23", () =>
    expect(convolution.y).toEqual([
      [23, 33],
      [53, 63],
    ]));

  it("convolution with K is correlation with K rotated, and so are its gradients for x", () => {
    const rotated = solutionOf({ op: "conv2d", inputs: { x: X, w: KERNEL_ROTATED } }, {});
    expect(convolution.y).toEqual(rotated.y);
    expect(convolution.grads.x).toEqual(rotated.grads.x);
  });

  it("the gradient for the kernel belongs to the kernel as it was given", () => {
    // Every weight's gradient is the sum of a 2×2 window of X; the last weight meets the first window.
    expect(correlation.grads.w).toEqual([
      [12, 16],
      [24, 28],
    ]);
    expect(convolution.grads.w).toEqual([
      [28, 24],
      [16, 12],
    ]);
  });

  it("a transposed convolution is the transpose of that convolution", () => {
    const draft: QuestionDraft = { op: "conv_transpose2d", inputs: { x: [[1]], w: K } };
    expect(solutionOf(draft, {}).y).toEqual(K);
    expect(solutionOf(draft, CONVOLUTION).y).toEqual(KERNEL_ROTATED);
  });
});

describe("rounding, along (4 − 3)/2 = 0.5 of a step", () => {
  const conv: QuestionDraft = {
    op: "conv2d",
    params: { stride: 2 },
    inputs: { x: { shape: [4, 4] }, w: { shape: [3, 3] } },
  };

  it.each([
    ["floor drops what is left over", conv, { rounding: "floor" }, [1, 1]],
    ["ceil takes one more window", conv, { rounding: "ceil" }, [2, 2]],
    ["ceil_mode is ceil for one layer", pool(true), {}, [2, 2]],
    ["ceil_mode goes before the convention", pool(false), { rounding: "ceil" }, [1, 1]],
    ["the convention holds where ceil_mode is silent", pool(), { rounding: "ceil" }, [2, 2]],
  ] as const)("%s", (_, draft, conventions, shape) =>
    expect(solve(questionFrom({ ...draft, conventions })).shapes.y).toEqual(shape),
  );

  it("exact refuses", () =>
    expect(() => solve(questionFrom({ ...conv, conventions: { rounding: "exact" } }))).toThrow(
      /height/,
    ));
});

describe("padding same on 4 cells under a kernel of 3 at stride 2: one cell of padding", () => {
  const draft: QuestionDraft = {
    op: "conv2d",
    params: { stride: 2, padding: "same" },
    inputs: { x: [[1, 10, 100, 1000]], w: [[1, 1, 1]] },
  };

  it.each([
    ["pytorch", [[111, 1100]]],
    ["tf", [[111, 1100]]],
    ["onnx_lower", [[11, 1110]]],
  ] as const)("%s gives %j", (padding, y) => expect(solutionOf(draft, { padding }).y).toEqual(y));

  it("gives ⌈in/stride⌉ outputs", () =>
    expect(solve(questionFrom(draft)).shapes.y).toEqual([1, 2]));
});

describe("padding same of a transposed convolution", () => {
  const inputs = { x: [[1, 2]], w: [[1, 10, 100]] };

  // TensorFlow.js gives 1, 10, 102, 20 for the first row: one of five cells is cropped at the end.
  it.each([
    ["tf", [[1, 10, 102, 20]]],
    ["onnx_lower", [[10, 102, 20, 200]]],
  ] as const)("crops the odd cell as %s does: %j", (padding, y) =>
    expect(
      solutionOf(
        { op: "conv_transpose2d", params: { stride: [1, 2], padding: "same" }, inputs },
        { padding },
      ).y,
    ).toEqual(y),
  );

  it("is the gradient of the convolution with padding same, whose input is stride times as large", () => {
    for (const { kernel, stride, dilation, padding } of SAME_SETTINGS) {
      const w = counting(2, 3, kernel, kernel + 1);
      const params = { stride, dilation, padding: "same" } as const;
      const arriving = counting(2, 3, 2);
      const x = { shape: [3, 3 * stride, 2 * stride] };
      const zeros = { ...x, data: Array.from({ length: 18 * stride * stride }, () => 0) };
      const conv: QuestionDraft = { op: "conv2d", params, inputs: { x: zeros, w }, dy: arriving };
      const back: QuestionDraft = { op: "conv_transpose2d", params, inputs: { x: arriving, w } };
      expect(solutionOf(back, { padding }).y).toEqual(solutionOf(conv, { padding }).grads.x);
    }
  });
});

describe("layout nhwc", () => {
  const nchw: QuestionDraft = {
    op: "conv2d",
    inputs: { x: counting(2, 3, 4), w: counting(5, 2, 2, 2), b: counting(5) },
    dy: counting(5, 2, 3),
  };
  const nhwc: QuestionDraft = {
    ...nchw,
    inputs: { ...nchw.inputs, x: channelsLast(2, 3, 4) },
    dy: channelsLast(5, 2, 3),
  };
  const first = solve(questionFrom(nchw));
  const last = solve(questionFrom({ ...nhwc, conventions: { layout: "nhwc" } }));

  it("has the channels of x, y and grads.x last", () => {
    expect(last.y?.shape).toEqual([2, 3, 5]);
    expect(last.grads?.x?.shape).toEqual([3, 4, 2]);
    expect(last.shapes.y).toEqual([2, 3, 5]);
  });

  it("changes where values stand, not what they are", () => {
    for (let channel = 0; channel < 5; channel++) {
      for (let cell = 0; cell < 6; cell++) {
        expect(last.y?.data[cell * 5 + channel]).toBe(first.y?.data[channel * 6 + cell]);
      }
    }
  });

  it("keeps weights and their gradients in PyTorch's layout", () =>
    expect(last.grads?.w).toEqual(first.grads?.w));

  it("keeps the indices of a pool within one H×W plane", () => {
    const x = { shape: [2, 2, 2], data: [1, 8, 2, 7, 4, 5, 3, 6] };
    const question = questionFrom({
      op: "max_pool2d",
      params: { kernel: 2 },
      inputs: { x },
      conventions: { layout: "nhwc" },
    });
    const { y, indices } = solve(question);
    expect(y && toNested(y)).toEqual([[[4, 8]]]);
    expect(indices && toNested(indices)).toEqual([[[2, 0]]]);
  });
});

describe("macs", () => {
  const draft: QuestionDraft = {
    op: "conv2d",
    params: { padding: 2 },
    inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
  };

  it.each([
    ["without_bias", 768_000],
    ["with_bias", 778_240],
  ] as const)("%s counts %d for card 82", (macs, count) => {
    const solution = solve(questionFrom({ ...draft, conventions: { macs } }));
    expect(solution.macs).toBe(count);
    expect(solution.flops).toBe(2 * count);
  });
});

/** Kernels smaller and larger than their strides, dilated or not. */
const SAME_SETTINGS = [1, 2, 3, 4].flatMap((kernel) =>
  [1, 2, 3].flatMap((stride) =>
    [1, 2].flatMap((dilation) =>
      (["tf", "onnx_lower"] as const).map((padding) => ({ kernel, stride, dilation, padding })),
    ),
  ),
);

function pool(ceil_mode?: boolean): QuestionDraft {
  const params = { kernel: 3, stride: 2, ...(ceil_mode === undefined ? {} : { ceil_mode }) };
  return { op: "max_pool2d", params, inputs: { x: { shape: [4, 4] } } };
}

/** 0, 1, 2 … in this shape. */
function counting(...shape: number[]) {
  const size = shape.reduce((all, length) => all * length, 1);
  return { shape, data: Array.from({ length: size }, (_, index) => index) };
}

/** The values of `counting` on C×H×W, written as H×W×C. */
function channelsLast(channels: number, height: number, width: number) {
  const area = height * width;
  const data = Array.from(
    { length: channels * area },
    (_, at) => (at % channels) * area + Math.floor(at / channels),
  );
  return { shape: [height, width, channels], data };
}

function solutionOf(draft: QuestionDraft, conventions: Partial<Conventions>) {
  const { y, grads } = solve(questionFrom({ ...draft, conventions }));
  const nested = Object.entries(grads ?? {}).map(([name, one]) => [name, toNested(one)] as const);
  const named: Readonly<Record<string, NestedNumbers>> = Object.fromEntries(nested);
  return { y: y && toNested(y), grads: named };
}
