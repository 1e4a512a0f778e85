import { describe, expect, it } from "vitest";
import { textOfTyped, typedFrom } from "../../../app/check/typed-answer";
import { resized } from "../../../app/practice/edit-typed";
import { pastedInto } from "../../../app/practice/scene/pasted-into";

const list = { shape: [2], cells: ["", ""] };
const planes = { shape: [2, 1, 2], cells: ["", "", "", ""] };

describe("what is pasted goes into the cells of an answer whose size one chooses", () => {
  it.each([
    ["a list", list, "[1, -2]", [2], ["1", "-2"]],
    ["a list between spaces", list, "1 -2", [2], ["1", "-2"]],
    ["a column, as a list", list, "1\n-2", [2], ["1", "-2"]],
    ["a longer list", list, "[1, 2, 3]", [3], ["1", "2", "3"]],
    ["planes", planes, "[[[1, 2]], [[3, 4]]]", [2, 1, 2], ["1", "2", "3", "4"]],
    ["larger planes", planes, "[[[1], [2]], [[3], [4]]]", [2, 2, 1], ["1", "2", "3", "4"]],
  ])("%s", (_, into, text, shape, cells) => {
    expect(pastedInto(into, text, true)).toEqual({ typed: { shape, cells } });
  });

  it.each([
    ["a matrix into a list", list, "1 2\n3 4", "What you pasted is 2×2; here 2 is asked for."],
    [
      "a longer column into a list",
      list,
      "1\n2\n3",
      "What you pasted is 3×1; here 2 is asked for.",
    ],
    [
      "one plane of two",
      planes,
      "[[[1, 2]]]",
      "What you pasted is 1×1×2; here 2×1×2 is asked for.",
    ],
  ])("but not %s, which is said", (_, into, text, problem) => {
    expect(pastedInto(into, text, true)).toEqual({ problem });
  });
});

describe("a list is made longer or shorter and stays a list", () => {
  const given = { shape: [2], cells: ["1", "2"] };
  it.each([
    ["column", 1, [3], ["1", "2", ""]],
    ["column", -1, [1], ["1"]],
    ["row", 1, [2], ["1", "2"]],
  ] as const)("%s %i", (axis, by, shape, cells) => {
    const next = resized(given, axis, by);
    expect(next).toEqual({ shape, cells });
    expect(typedFrom(textOfTyped(next), [2])).toEqual(next);
  });
});
