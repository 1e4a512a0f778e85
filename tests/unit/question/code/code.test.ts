import { describe, expect, it } from "vitest";
import { codesOf } from "@/app/practice/scene/codes";
import { isLayer } from "@/app/practice/scene/draft";
import { EXERCISES, LEVELS, isSpotted, variantOf } from "@/lib/exercises";
import { type Wanted, LIBRARIES, codeOf } from "@/lib/question/code";
import { type QuestionDraft, questionFrom } from "@/lib/question";
import { fromNested, tensor } from "@/lib/tensor";

const [x, w] = [
  [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  [
    [1, 0],
    [0, -1],
  ],
];

it("PyTorch code holds the tensors as they are written, the library's call and the key", () => {
  const question = questionFrom({ op: "conv2d", params: { stride: 2 }, inputs: { x, w } });
  expect(
    codeOf(
      question,
      "grads.w",
      fromNested([
        [1, 2],
        [4, 5],
      ]),
      "PyTorch",
    ),
  ).toBe(
    `import torch
import torch.nn.functional as F

x = torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]], dtype=torch.float64)
w = torch.tensor([[1, 0], [0, -1]], dtype=torch.float64, requires_grad=True)

X = x.reshape((1, 1, 3, 3))
K = w.reshape((1, 1, 2, 2))
Y = F.conv2d(X, K, None, stride=(2, 2))
y = Y.reshape((1, 1))
y.sum().backward()
gradient = w.grad

key = torch.tensor([[1, 2], [4, 5]], dtype=torch.float64)
assert tuple(gradient.shape) == tuple(key.shape), tuple(gradient.shape)
assert torch.allclose(gradient.to(key.dtype), key, rtol=1e-8, atol=1e-9, equal_nan=True), gradient
print("right")
`,
  );
});

describe("what each library wants otherwise is said in the code", () => {
  const conv: QuestionDraft = { op: "conv2d", inputs: { x, w } };
  it.each<[string, QuestionDraft, (typeof LIBRARIES)[number], RegExp]>([
    [
      "padding alike on both sides is an argument",
      { ...conv, params: { padding: 1 } },
      "PyTorch",
      /padding=\(1, 1\)/,
    ],
    // F.pad names the last axis first: left, right, top, bottom.
    [
      "other padding is put around x",
      { ...conv, params: { pad: [1, 2, 3, 4] } },
      "PyTorch",
      /F\.pad\(X, \(2, 4, 1, 3\)\)/,
    ],
    [
      "an odd cell of same goes to the end",
      { ...conv, params: { padding: "same" } },
      "TensorFlow",
      /tf\.pad\(X, \(\(0, 0\), \(0, 1\), \(0, 1\), \(0, 0\)\)\)/,
    ],
    [
      "or to the beginning",
      { ...conv, params: { padding: "same" }, conventions: { padding: "onnx_lower" } },
      "NumPy",
      /np\.pad\(X, \(\(0, 0\), \(0, 0\), \(1, 0\), \(1, 0\)\)\)/,
    ],
    [
      "TensorFlow wants channels last",
      conv,
      "TensorFlow",
      /X = tf\.transpose\(tf\.reshape\(x, \(1, 1, 3, 3\)\), \(0, 2, 3, 1\)\)/,
    ],
    [
      "and kernels as H×W×in×out",
      conv,
      "TensorFlow",
      /kernel = tf\.transpose\(K, \(2, 3, 1, 0\)\)/,
    ],
    [
      "true convolution turns the kernel",
      { ...conv, conventions: { operation: "convolution" } },
      "PyTorch",
      /flip\(-2, -1\)/,
    ],
    [
      "a dilated kernel has zeros between",
      { ...conv, params: { dilation: 2 } },
      "TensorFlow",
      /\[0, 2, 1\], axis=0/,
    ],
  ])("%s", (_, draft, library, says) =>
    expect(codeOf(questionFrom(draft), "y", fromNested(x), library)).toMatch(says),
  );

  it("channels last that arrive in PyTorch go first and come back", () => {
    const question = questionFrom({
      op: "global_avg_pool2d",
      inputs: { x: { shape: [2, 2, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } },
      conventions: { layout: "nhwc" },
    });
    const code = codeOf(question, "y", tensor([1, 1, 3], [5.5, 6.5, 7.5]), "PyTorch");
    expect(code).toContain("X = x.reshape((1, 2, 2, 3)).permute(0, 3, 1, 2)");
    expect(code).toContain("y = Y.permute(0, 2, 3, 1).reshape((1, 1, 3))");
  });
});

describe("counts and shapes are worked out from sizes", () => {
  const question = questionFrom({
    op: "conv2d",
    inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
  });
  it.each<[string, Wanted, RegExp]>([
    ["params", 760, /answer = w\.size \+ b\.size\nassert answer == 760, answer/],
    ["macs", 588_000, /answer = y\.size \* 3 \* 5 \* 5\nassert answer == 588000/],
    ["flops", 1_176_000, /answer = 2 \* \(y\.size \* 3 \* 5 \* 5\)\n/],
    ["shapes.y", [10, 28, 28], /answer = y\.shape\nassert answer == \(10, 28, 28\)/],
    ["memory.x", 12_288, /answer = x\.size \* 4\n/],
    ["memory.x.values", 3072, /answer = x\.size\n/],
    ["receptive_field", [5, 5], /answer = \(1 \* \(5 - 1\) \+ 1, 1 \* \(5 - 1\) \+ 1\)\n/],
  ])("%s", (ask, wanted, says) => expect(codeOf(question, ask, wanted, "NumPy")).toMatch(says));

  it("what a question does not have is said", () =>
    expect(() => codeOf(question, "nonsense", 1, "NumPy")).toThrow(/conv2d has no nonsense/));
});

it("infinities are Python's", () => {
  const question = questionFrom({ op: "relu", inputs: { x: [-Infinity, 1] } });
  const code = codeOf(question, "y", tensor([2], [0, 1]), "NumPy");
  expect(code).toContain("from math import inf, nan\n");
  expect(code).toContain("np.array([-inf, 1], dtype=float)");
});

describe("every exercise about one layer has code that asserts its key, and code that does not tell it", () => {
  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))("%s", (_, { id }) => {
    for (const level of LEVELS) {
      const variant = variantOf({ id, seed: "7", level });
      const codes = codesOf(variant).slice(1);
      const isCoded = isLayer(variant.question) && !isSpotted(variant.key);
      expect(codes.map(({ name }) => name)).toEqual(isCoded ? LIBRARIES : []);
      for (const { text } of codes) expect(text).toMatch(/\nprint\((?!"right")\w+\)\n$/);
      for (const { text } of codes) expect(text).not.toMatch(/\n(?:key|assert) /);
      if (!isLayer(variant.question) || isSpotted(variant.key)) continue;
      for (const library of LIBRARIES)
        expect(codeOf(variant.question, variant.ask, variant.key, library)).toMatch(/\nassert /);
    }
  });
});
