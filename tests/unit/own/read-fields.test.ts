import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/app/own/fields";
import { withPlane } from "@/app/own/resize";
import { readFields } from "@/app/own/read-fields";
import { PAGES } from "@/content";
import { type QuestionDraft, questionFrom } from "@/lib/question";

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

  // Card 81 starts from a set-up that does not fit, and says so.
  const fitting = PAGES.filter(({ slug }) => slug !== "shape-of-the-input-gradient");

  it.each(fitting.map((page) => [page.slug, page] as const))(
    "reads back the numbers that %s starts from, axis by axis",
    (_, { blocks }) => {
      for (const block of blocks) {
        if (block.kind !== "own") continue;
        const read = readFields(block.question, fieldsOf(block.question));
        expect(read).toMatchObject({ ok: true });
        if (!read.ok) return;
        expect(questionFrom(read.draft).inputs).toEqual(questionFrom(block.question).inputs);
      }
    },
  );

  it("carries planes in the order of their axes, the last one fastest", () => {
    const filters: QuestionDraft = {
      op: "conv2d",
      inputs: {
        x: [[[1]], [[2]]],
        w: [
          [[[3]], [[4]]],
          [[[5]], [[6]]],
        ],
      },
    };
    expect(fieldsOf(filters)).toMatchObject({ x: "1|2", w: "3|4|5|6" });
    expect(readFields(filters, { ...fieldsOf(filters), w: "3|4|5|7" })).toMatchObject({
      draft: {
        inputs: {
          w: [
            [[[3]], [[4]]],
            [[[5]], [[7]]],
          ],
        },
      },
    });
  });

  it("gives all planes the size of the one that was changed", () => {
    const planes = [[["1", "2"]], [["3", "4"]]];
    expect(withPlane(planes, 1, [["3"], ["0"]])).toEqual([
      [["1"], ["0"]],
      [["3"], ["0"]],
    ]);
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
