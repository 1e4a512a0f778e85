import { describe, expect, test } from "vitest";
import { PYTORCH } from "@/app/practice/conventions";
import { markAnswer } from "@/app/practice/scene/mark-answer";
import { readBack } from "@/app/practice/scene/read-typed";
import type { PictureScene } from "@/app/scene/types";
import { type OwnQuestion, generate, isOwnQuestion, isTensor, variantOf } from "@/lib/exercises";
import { ownKey } from "@/lib/exercises/own/operations";
import type { Conventions, Operand } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";

const mark = (type: string, cells: readonly string[]) =>
  markAnswer(
    { type, seed: "7", level: 1, conventions: PYTORCH },
    { shape: [cells.length], cells },
    PYTORCH,
  );

describe("one field for one unknown", () => {
  const right = String(Number(generate({ id: "find-kernel", seed: "7", level: 1 }).answer));
  test.each([
    [right, "correct", "correct"],
    ["1000", "incorrect", "incorrect"],
    ["two", "invalid", "unreadable"],
  ])("%s is %s, and marked so", (typed, verdict, marked) => {
    expect(mark("find-kernel", [typed])).toMatchObject({ verdict, marks: [marked] });
  });
});

test("of all input sizes a part is said to be right, not to be unknown", () => {
  const { answer } = generate({ id: "input-sizes", seed: "7", level: 1 });
  const sizes = answer as readonly number[];
  expect(sizes.length).toBeGreaterThan(1);
  const part = mark("input-sizes", [String(sizes[0])]);
  expect(part).toMatchObject({ verdict: "incorrect", mistakes: [] });
  expect(part.says).toBe("That is right, but it is not all.");
  expect(mark("input-sizes", [sizes.join(", ")]).verdict).toBe("correct");
});

test("two mistakes at once: the product that was dropped on top of the other is shown too", () => {
  const address = { type: "conv-channels", seed: "7", level: 2, conventions: PYTORCH };
  const { question, predictions } = variantOf({ id: "conv-channels", seed: "7", level: 2 });
  const forgotten = predictions.find(({ mistake }) => mistake === "BIAS_FORGOTTEN")?.answer;
  if (question.op !== "conv2d" || !forgotten || !isTensor(forgotten)) throw new Error("no tensor");
  const cells = forgotten.data.map((value, offset) => {
    const [filter = 0, row = 0, column = 0] = coordinatesOf(forgotten.shape, offset);
    const { x, w } = question.inputs;
    return value - valueAt(full(x), [0, row, column]) * valueAt(full(w), [filter, 0, 0, 0]);
  });
  const typed = { shape: forgotten.shape, cells: Array.from(cells, String) };
  const [told] = markAnswer(address, typed, PYTORCH).diagnoses.flat();
  expect(told?.mistake).toBe("BIAS_FORGOTTEN+TERM_DROPPED");
  expect(told?.parts[1]?.replay).toMatchObject({ kind: "product" });
});

test("a shape that lacks an axis is told how many sizes are asked for", () => {
  const { answer } = generate({ id: "output-shape", seed: "7", level: 1 });
  const sizes = answer as readonly number[];
  const without = mark("output-shape", [sizes.slice(1).join(" × ")]);
  expect(without.says).toBe(
    "That is not it: a shape of 4 sizes is asked for, and yours has 3 sizes.",
  );
  expect(mark("output-shape", [[1, ...sizes.slice(1)].join(" × ")]).says).toBe("That is not it.");
});

test("several sizes are read back as a list, not as a shape", () => {
  const address = { type: "input-sizes", seed: "7", level: 1, conventions: PYTORCH };
  const read = (text: string) => readBack(address, { shape: [1], cells: [text] });
  expect(read("245, 246")).toBe("We read this as a list of 2 numbers: 245, 246.");
  expect(read("245 to 247")).toBe("We read this as a list of 3 numbers: 245, 246, 247.");
  expect(read("I = 245, 246")).toBe("We read this as a list of 2 numbers: 245, 246.");
});

describe("a kernel that lies the other way round", () => {
  test.each([
    ["correlation", "You turned the kernel around", "turned", "given"],
    ["convolution", "You did not turn the kernel", "given", "turned"],
  ] as const)("under %s: %s", (operation, title, yours, right) => {
    const conventions = { ...PYTORCH, operation };
    const problem = { id: "conv-forward", seed: "7", level: 2, conventions };
    const { question, predictions } = variantOf(problem);
    const flipped = predictions.find(({ mistake }) => mistake === "KERNEL_FLIPPED")?.answer;
    if (question.op !== "conv2d" || !flipped || !isTensor(flipped)) throw new Error("no tensor");
    const given = Array.from(full(question.inputs.w).data);
    const address = { type: "conv-forward", seed: "7", level: 2, conventions };
    const typed = { shape: flipped.shape, cells: Array.from(flipped.data, String) };
    const [told] = markAnswer(address, typed, conventions).diagnoses.flat();
    expect(told?.title).toBe(title);
    const replay = told?.parts[0]?.replay;
    if (replay?.kind !== "pictures") throw new Error("no pictures");
    const kernels = { given, turned: given.toReversed() };
    expect(valuesIn(replay.yours.picture)).toEqual(kernels[yours]);
    expect(valuesIn(replay.right.picture)).toEqual(kernels[right]);
  });
});

describe("an answer that is right under what the reader chose counts as right", () => {
  const chosen = [
    ["tf-same", 3, { padding: "onnx_lower" }],
    ["find-padding", 3, { rounding: "ceil" }],
    ["input-sizes", 3, { rounding: "ceil" }],
    ["unshared-parameters", 3, { rounding: "ceil" }],
    ["training-memory", 1, { units: "iec" }],
  ] as const;
  test.each(chosen)("%s, level %i, %o", (type, level, choice) => {
    const reader = { ...PYTORCH, ...choice };
    for (const seed of ["1", "2", "3", "4"]) {
      const problem = { type, seed, level, conventions: PYTORCH };
      const { question } = variantOf({ id: type, seed, level });
      if (!isOwnQuestion(question)) throw new Error("a layer's own");
      const key = ownKey(asked(question, reader));
      const cells = "units" in choice ? [`${Number(key) / 1024} kB`] : [key].flat().map(String);
      const typed = { shape: [cells.length], cells };
      const line = type === "input-sizes" ? { shape: [1], cells: [cells.join(", ")] } : typed;
      expect(markAnswer(problem, line, reader).verdict).toBe("correct");
    }
  });

  test("a window that must fit and does not is no dead end", () => {
    const reader = { ...PYTORCH, rounding: "exact" } as const;
    const problem = { type: "output-size", seed: "1", level: 3, conventions: PYTORCH };
    const outcome = markAnswer(problem, { shape: [1], cells: ["1 x 1"] }, reader);
    expect(outcome.verdict).toBe("incorrect");
  });
});

/** The same question under other conventions. */
function asked(question: OwnQuestion, conventions: Conventions): OwnQuestion {
  return question.op === "unshared"
    ? { ...question, conventions, question: { ...question.question, conventions } }
    : { ...question, conventions };
}

/** The numbers of the only tensor in a picture. */
function valuesIn({ rows }: PictureScene): number[] {
  const [item] = rows.flat();
  if (item?.kind !== "tensor") throw new Error("no tensor");
  const cells = item.tensor.planes.flatMap((plane) => plane.rows.flatMap((row) => row.cells));
  return cells.map(({ text }) => Number(text?.replace("−", "-")));
}

function full(operand: Operand | undefined): Tensor {
  if (!operand?.data) throw new Error("no values");
  return { shape: operand.shape, data: operand.data };
}
