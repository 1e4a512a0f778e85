import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/app/own/fields";
import { readFields } from "@/app/own/read-fields";
import type { QuestionDraft } from "@/lib/question";

const NUMBERS: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    w: [
      [1, 0],
      [0, -1],
    ],
  },
};
const SIZES: QuestionDraft = {
  op: "conv2d",
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
};

function problemsOf(start: QuestionDraft, name: string, text: string) {
  const read = readFields(start, { ...fieldsOf(start), [name]: text });
  return read.ok ? {} : read.problems;
}

describe("what is typed into one's own numbers", () => {
  it("starts from what the page has, which can be read", () => {
    expect(readFields(NUMBERS, fieldsOf(NUMBERS))).toMatchObject({ ok: true });
    expect(readFields(SIZES, fieldsOf(SIZES))).toMatchObject({ ok: true });
  });

  const rows = [
    ["w", "1/0,0;0,-1", "“1/0” divides by 0."],
    ["w", "∞,0;0,-1", "“∞” is no number"],
    ["w", "nan,0;0,-1", "“NaN” is no number"],
    ["w", "1e999,0;0,-1", "“1e999” is larger than any number"],
    ["w", "x,0;0,-1", "“x” does not read as one number"],
    ["w", "0x1", "“0x1” does not read as one number"],
    ["w", ",0;0,-1", "One cell is still empty."],
    ["w", "", "One cell is still empty."],
    ["w", "1,2;3", "row"],
    ["x", "1", "covers 2 cells"],
    ["stride", "", "A number belongs here."],
    ["stride", "1/0", "“1/0” divides by 0."],
    ["stride", "0", "0"],
    ["stride", "1.5", "1.5"],
    ["stride", "∞", "“∞” is no number"],
    ["padding", "-1", "-1"],
    ["padding", "999999999", "2000000000"],
    ["dilation", "0", "0"],
    ["dilation", "99", "99"],
  ] as const;

  it.each(rows)("%s %s is refused beside its field: %s", (name, text, says) => {
    const problems = problemsOf(NUMBERS, name, text);
    expect(Object.values(problems).join(" ")).toContain(says);
  });

  it.each(rows)("%s %s: what is wrong is said in one sentence or two", (name, text) => {
    for (const problem of Object.values(problemsOf(NUMBERS, name, text))) {
      expect(problem).toMatch(/^.{10,220}[.]$/s);
    }
  });

  it.each([
    ["4x", "One size is still empty."],
    ["4xabc", "“abc” is no size. A whole number such as 4 would fit."],
    ["4x1/0", "“1/0” is no size."],
    ["4x4×4", "“4×4” is no size."],
    ["-4x4", "“-4” is no size."],
  ])("of the shape %s it says: %s", (text, says) => {
    expect(problemsOf(SIZES, "x", text).x).toContain(says);
  });
});
