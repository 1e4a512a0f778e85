import { describe, expect, it } from "vitest";
import { checkOwn } from "@/lib/exercises/check";
import { parseOwnQuestion } from "@/lib/exercises/schema";

const find = (unknown: string[], given: object, output: number, more: object = {}) =>
  parseOwnQuestion({ op: "find", unknown, given, output, ...more });

describe("an inverse question takes every right answer", () => {
  const padding = find(["padding"], { input: 7, kernel: 3, stride: 3 }, 3);
  const kernel = find(["kernel"], { input: 10, stride: 2 }, 4);
  const settings = find(["stride", "kernel", "padding"], { input: 32 }, 16);
  const sides = find(["before", "after"], { input: 9, kernel: 4 }, 9);
  const sizes = find(["input"], { kernel: 3, stride: 2, padding: 1 }, 4, { every: true });
  it.each([
    ["the least padding", padding, 1, "correct"],
    ["another padding that fits", padding, 2, "correct"],
    ["a padding that does not", padding, 3, "incorrect"],
    ["none", padding, 0, "incorrect"],
    ["a negative one", padding, -1, "incorrect"],
    ["a padding as working", padding, "(3-1)/2", "correct"],
    ["settings", settings, [2, 2, 0], "correct"],
    ["other settings", settings, "S = 2, k = 5, P = 2", "correct"],
    ["settings in the wrong order", settings, [0, 2, 2], "incorrect"],
    ["too few", settings, [2, 2], "incorrect"],
    ["an uneven split", sides, [1, 2], "correct"],
    ["the other", sides, "2, 1", "correct"],
    ["all on one side", sides, [3, 0], "correct"],
    ["one too many", sides, [2, 2], "incorrect"],
    ["every input size", sizes, [7, 8], "correct"],
    ["in any order", sizes, "8, 7", "correct"],
    ["one of them only", sizes, 7, "incorrect"],
    ["one too many", sizes, [6, 7, 8], "incorrect"],
    ["a range in words", sizes, "7 to 8", "correct"],
    ["a range with a dash", sizes, "7–8", "correct"],
    ["a range with dots", sizes, "I = 7, …, 8", "correct"],
    ["a range as an inequality", sizes, "7 ≤ I < 9", "correct"],
    ["a range that is too long", sizes, "6-8", "incorrect"],
    ["a difference is no range", padding, "3-2", "correct"],
    ["joined by a word", sizes, "7 and 8", "correct"],
    ["a square for one size", kernel, "4 × 4", "correct"],
    ["another square", kernel, "6 × 6", "incorrect"],
    ["no square", kernel, "4 × 5", "incorrect"],
    ["nothing", padding, "", "invalid"],
    ["a word", padding, "two", "invalid"],
  ] as const)("%s", (_, question, answer, verdict) => {
    expect(checkOwn(question, answer).verdict).toBe(verdict);
  });

  it("counts the part of all sizes that was named, if nothing else was", () => {
    expect(checkOwn(sizes, 7)).toMatchObject({ verdict: "incorrect", score: 0.5, diagnosis: [] });
    expect(checkOwn(sizes, [7, 9])).toMatchObject({ verdict: "incorrect", score: 0 });
  });

  it("names every slip that gives a wrong answer", () => {
    const question = find(["padding"], { input: 20, kernel: 5, stride: 2 }, 10);
    expect(checkOwn(question, 2).verdict).toBe("correct");
    const named = checkOwn(question, 3).diagnosis.map(({ mistake }) => mistake);
    expect(named.toSorted()).toEqual(["PADDING_ONCE", "PLUS_ONE_FORGOTTEN"]);
  });

  // Solved by hand: 201 + 2·8 − 2·104 = 9, and 201 + 8 − 2·103 = 3; the least kernels would be 8 and 2.
  it.each([
    [8, "PLUS_ONE_FORGOTTEN"],
    [9, "PLUS_ONE_FORGOTTEN"],
    [2, "PADDING_ONCE"],
    [3, "PADDING_ONCE"],
  ])("names the slip that ends at a kernel of %i", (answer, mistake) => {
    const question = find(["kernel"], { input: 201, stride: 2, padding: 8 }, 104);
    expect(checkOwn(question, answer).diagnosis.map((one) => one.mistake)).toEqual([mistake]);
  });
});

describe("every input size is found, however long the input", () => {
  it.each([
    [{ kernel: 3, stride: 7 }, 300, [2096, 2097, 2098, 2099, 2100, 2101, 2102]],
    [{ kernel: 5, stride: 1, padding: 2 }, 900, [900]],
    [{ kernel: 3, stride: 2, dilation: 4 }, 260, [527, 528]],
  ] as const)("%j to %i", (given, output, right) => {
    const question = find(["input"], given, output, { every: true });
    expect(checkOwn(question, [...right]).verdict).toBe("correct");
    expect(checkOwn(question, right.slice(1)).verdict).not.toBe("correct");
  });
});

it("SAME without its stride keeps the size: the padding for that is named", () => {
  const given = { input: 147, kernel: 8, stride: 3, dilation: 3 };
  const question = find(["before", "after"], given, 49, { same: true });
  expect(checkOwn(question, [9, 10]).verdict).toBe("correct");
  const named = checkOwn(question, [10, 11]).diagnosis.map(({ mistake }) => mistake);
  expect(named).toContain("STRIDE_IGNORED");
});

describe("TensorFlow's SAME puts the odd cell after, ONNX's SAME_LOWER before", () => {
  const given = { input: 10, kernel: 4, stride: 3 };
  it.each([
    ["pytorch", [1, 2]],
    ["tf", [1, 2]],
    ["onnx_lower", [2, 1]],
  ])("%s", (padding, right) => {
    const question = find(["before", "after"], given, 4, { same: true, conventions: { padding } });
    expect(checkOwn(question, right).verdict).toBe("correct");
    expect(checkOwn(question, right.toReversed()).verdict).toBe("incorrect");
  });
});

describe("an error is spotted by its line and its name", () => {
  const question = parseOwnQuestion({
    op: "spot",
    question: {
      op: "conv2d",
      inputs: { x: [[1, 2, 4]], w: [[3, 5]] },
    },
    ask: "y",
    lines: [
      { at: [0, 0], products: [3, 10], value: 13 },
      { at: [0, 1], products: [6, -20], value: -14 },
    ],
    choices: ["KERNEL_FLIPPED", "TERM_DROPPED", "SIGN_SLIP"],
  });
  it.each([
    [{ at: [0, 1], mistake: "SIGN_SLIP" }, "correct", 1],
    ["0,1 SIGN_SLIP", "correct", 1],
    ["sign_slip in Y[0,1]", "correct", 1],
    ["Y[0,1]: A product has the wrong sign", "correct", 1],
    ["(0, 0) the kernel was turned by 180°", "incorrect", 0],
    ["0,1 FILTERS_FORGOTTEN", "incorrect", 0.5],
    ["0,1 the wrong sign, I think", "invalid", 0],
    ["0,0 SIGN_SLIP", "incorrect", 0.5],
    ["0,1 TERM_DROPPED", "incorrect", 0.5],
    ["0,0 TERM_DROPPED", "incorrect", 0],
    ["something is odd", "invalid", 0],
  ])("%j is %s", (answer, verdict, score) => {
    expect(checkOwn(question, answer)).toMatchObject({ verdict, score });
  });
});
