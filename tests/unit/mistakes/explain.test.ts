import { describe, expect, it } from "vitest";
import {
  type AskName,
  type GivenAnswer,
  type MistakeId,
  examine,
  explain,
  predictMistake,
  predictTogether,
} from "@/lib/mistakes";
import { type Question, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type Tensor, reshape, tensor } from "@/lib/tensor";

const X = [
  [3, -1, 4, 1, -5],
  [9, 2, -6, 5, 3],
  [5, 8, 9, 7, -9],
  [3, 2, 3, 8, 4],
  [6, -2, 6, 4, 3],
];
const K = [
  [2, -7],
  [1, 8],
];

const conv = (more: Partial<QuestionDraft> = {}): Question =>
  questionFrom({ op: "conv2d", inputs: { x: X, w: K, b: [5] }, ...more });

function namesOf(question: Question, ask: AskName, answer: GivenAnswer): string[] {
  return explain(question, ask, answer).map(({ mistake }) => mistake);
}

/** A prediction without its leading axes of 1, as a learner writes it on a plane. */
function plane({ shape, data }: Tensor): Tensor {
  return reshape({ shape, data }, shape.slice(-2));
}

function predicted(ids: MistakeId[], question: Question): Tensor {
  const [first] =
    ids.length === 1 && ids[0]
      ? predictMistake(ids[0], question, "y")
      : predictTogether(ids, question, "y");
  return plane(first ?? tensor([0, 0], []));
}

function keyOf(question: Question): Tensor {
  return solve(question).y ?? tensor([0], []);
}

describe("what explains nothing is not named", () => {
  it("a window beside an input of one row, for cells that were left at 0", () => {
    const row = questionFrom({
      op: "conv2d",
      inputs: { x: [[4, 1, 1, 4, 1]], w: [[-1, -2]] },
    });
    expect(namesOf(row, "y", tensor([1, 4], [0, 0, 0, 0]))).toEqual([]);
    expect(namesOf(row, "y", tensor([1, 4], [-6, -3, 0, -6]))).toEqual([]);
  });

  it("stamps that overwrite each other where none overlap, beside a sign in every cell", () => {
    const apart = questionFrom({
      op: "conv2d",
      params: { stride: 2 },
      inputs: { x: { shape: [2, 4] }, w: K },
      dy: [[-2, 1]],
    });
    const negated = tensor([2, 4], [4, -14, -2, 7, 2, 16, -1, -8]);
    expect(namesOf(apart, "grads.x", negated)).toEqual([]);
  });
});

describe("a mistake that is made is the one that is named", () => {
  it.each<{ ids: MistakeId[]; params?: QuestionDraft["params"] }>([
    { ids: ["KERNEL_FLIPPED"] },
    { ids: ["KERNEL_TRANSPOSED"] },
    { ids: ["BIAS_FORGOTTEN"] },
    { ids: ["ADDED_NOT_MULTIPLIED"] },
    { ids: ["OUTPUT_TRANSPOSED"] },
    { ids: ["STRIDE_IGNORED"], params: { stride: 2, padding: 1 } },
    { ids: ["PADDING_IGNORED"], params: { padding: 1 } },
    { ids: ["DILATION_IGNORED"], params: { dilation: 2 } },
    { ids: ["BIAS_FORGOTTEN", "KERNEL_FLIPPED"] },
    { ids: ["KERNEL_TRANSPOSED", "PADDING_IGNORED"], params: { padding: 1 } },
    { ids: ["OUTPUT_TRANSPOSED", "STRIDE_IGNORED"], params: { stride: 2 } },
  ])("$ids $params", ({ ids, params = {} }) => {
    const question = conv({ params });
    expect(namesOf(question, "y", predicted(ids, question))).toEqual([ids.toSorted().join("+")]);
  });

  it("with the channels last as with the channels first", () => {
    const inputs = { x: [X.map((row) => row.map((value) => [value]))], w: K, b: [5] };
    const question = conv({ inputs, conventions: { layout: "nhwc" } });
    const flipped = predicted(["KERNEL_FLIPPED"], question);
    expect(namesOf(question, "y", reshape(flipped, [1, 4, 4, 1]))).toEqual(["KERNEL_FLIPPED"]);
  });

  it("where the question means true convolution, as the kernel that was not turned", () => {
    const turned = conv({ conventions: { operation: "convolution" } });
    expect(namesOf(turned, "y", keyOf(conv()))).toEqual(["KERNEL_FLIPPED"]);
  });
});

describe("a size that one mistake gives", () => {
  it("is not told as two, though the two read their names more plainly", () => {
    const same = conv({
      params: { stride: 2, padding: "same" },
      inputs: { x: { shape: [55, 146] }, w: { shape: [3, 3] } },
    });
    expect(namesOf(same, "shapes.y", [27, 73])).toEqual(["PADDING_ONCE"]);
  });

  // ⌈(8 + 4 − 3)/4⌉ + 1 = 4: a learner does not leave out the window that would begin in the padding behind.
  it("is rounded up as a learner rounds, without the framework's exception", () => {
    const dilated = conv({
      params: { stride: 4, padding: 2, dilation: 2 },
      inputs: { x: { shape: [8, 8] }, w: { shape: [3, 3] } },
      conventions: { rounding: "ceil" },
    });
    expect(namesOf(dilated, "shapes.y", [4, 4])).toEqual(["DILATION_IGNORED"]);
  });
});

describe("an answer is explained as far as it goes", () => {
  const question = conv();
  const key = keyOf(question);
  const flipped = predicted(["KERNEL_FLIPPED"], question);

  it("blanks say nothing", () => {
    const data = [...flipped.data].map((value, index) => (index % 3 === 0 ? null : value));
    expect(namesOf(question, "y", { shape: [4, 4], data })).toEqual(["KERNEL_FLIPPED"]);
  });

  it("a mistake in most cells is named with those cells", () => {
    const data = flipped.data.map((value, index) => (index === 5 ? value + 100 : value));
    const [found] = explain(question, "y", { shape: [4, 4], data });
    expect(found?.mistake).toBe("KERNEL_FLIPPED");
    expect(found?.cells).not.toContainEqual([1, 1]);
    expect(found?.cells).toHaveLength(15);
  });

  it("a product dropped on top of another mistake is a note on its cell", () => {
    const data = flipped.data.map((value, index) => (index === 0 ? value - 2 * 2 : value));
    const { notes } = examine(question, "y", { shape: [4, 4], data });
    expect(notes).toEqual([
      {
        mistake: "KERNEL_FLIPPED+TERM_DROPPED",
        ids: ["KERNEL_FLIPPED", "TERM_DROPPED"],
        cells: [[0, 0]],
        terms: [3],
      },
    ]);
  });

  it("one wrong cell that no product explains has no name", () => {
    const data = key.data.map((value, index) => (index === 7 ? value + 1000 : value));
    expect(examine(question, "y", { shape: [4, 4], data })).toEqual({ diagnoses: [], notes: [] });
  });

  it("a product that explains one of two wrong cells is only a note", () => {
    const data = key.data.map((value, index) => {
      if (index === 0) return value - 3 * 2;
      return index === 7 ? value + 1000 : value;
    });
    const { diagnoses, notes } = examine(question, "y", { shape: [4, 4], data });
    expect(diagnoses).toEqual([]);
    expect(notes.map(({ mistake }) => mistake)).toEqual(["TERM_DROPPED"]);
  });

  it("a shape that nothing gives has no name", () =>
    expect(namesOf(question, "y", tensor([2, 3], [1, 2, 3, 4, 5, 6]))).toEqual([]));
});

describe("numbers are compared as the answer is marked", () => {
  const softmax = questionFrom({
    op: "softmax",
    inputs: {
      x: [
        [1, 2],
        [3, 5],
      ],
    },
  });
  const rounded = (digits: number) =>
    tensor(
      [2, 2],
      [...(predictMistake("WRONG_AXIS", softmax, "y")[0]?.data ?? [])].map((value) =>
        Number(value.toFixed(digits)),
      ),
    );

  it("three significant digits are enough", () =>
    expect(namesOf(softmax, "y", rounded(4))).toEqual(["WRONG_AXIS"]));
  it("one is not", () => expect(namesOf(softmax, "y", rounded(1))).toEqual([]));
  it("a size is not rounded: 2.5 rows are not 3", () => {
    const shapes = questionFrom({
      op: "conv2d",
      params: { stride: 2 },
      inputs: { x: { shape: [225, 225] }, w: { shape: [2, 2] } },
    });
    expect(namesOf(shapes, "shapes.y", [112.5, 112.5])).toEqual(["NO_FLOOR"]);
    expect(namesOf(shapes, "shapes.y", [113, 113])).toEqual(["CEIL_FOR_FLOOR"]);
  });
  it("a number with a unit is as exact as its digits", () => {
    const memory = questionFrom({ op: "relu", inputs: { x: { shape: [3, 28, 28] } } });
    const kibi = { value: 9.41 * 1024, within: 0.005 * 1024 };
    expect(namesOf(memory, "memory.x", kibi)).toEqual(["KILO_FOR_KIBI"]);
  });
});

describe("a shape may be given in each of its forms", () => {
  const question = questionFrom({
    op: "conv2d",
    params: { padding: 2 },
    inputs: { x: { shape: [1, 3, 32, 32] }, w: { shape: [10, 3, 5, 5] } },
  });

  it.each([
    { answer: [1, 10, 30, 30], names: ["PADDING_ONCE"] },
    { answer: [10, 30, 30], names: ["PADDING_ONCE"] },
    { answer: [30, 30, 10], names: ["PADDING_ONCE"] },
    { answer: [28, 28, 10], names: ["PADDING_IGNORED"] },
    { answer: [32, 32, 3], names: ["CHANNELS_KEPT"] },
    { answer: [31, 31, 10], names: ["PLUS_ONE_FORGOTTEN"] },
    { answer: [32, 32, 10], names: [] },
    { answer: [17, 5, 10], names: [] },
  ])("$answer is $names", ({ answer, names }) =>
    expect(namesOf(question, "shapes.y", answer)).toEqual(names),
  );
});

function cells(shape: number[], of: (index: number) => number): Tensor {
  const size = shape.reduce((all, length) => all * length, 1);
  return tensor(
    shape,
    Array.from({ length: size }, (_, index) => of(index)),
  );
}

function scattered(index: number): number {
  return ((index * 7919) % 19) - 9;
}

describe("thousands of numbers that are a little off have no name", () => {
  it("though some of them are what forgetting the bias gives", () => {
    const question = questionFrom({
      op: "conv2d",
      params: { padding: 1 },
      inputs: {
        x: cells([3, 32, 32], scattered),
        w: cells([8, 3, 3, 3], (index) => scattered(index * 3 + 1)),
        b: cells([8], (index) => -1 - index),
      },
    });
    const key = keyOf(question);
    const data = key.data.map((value, index) => value + 1 + (((index * 31) % 97) % 9));
    expect(namesOf(question, "y", { shape: key.shape, data })).toEqual([]);
  });
});
