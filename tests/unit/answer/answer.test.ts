import { describe, expect, it } from "vitest";
import { agrees, readNumber, readShape } from "@/lib/answer";

describe("readNumber takes any way of writing one number", () => {
  it.each([
    ["-4", -4],
    ["−4", -4],
    ["–4", -4],
    ["+7", 7],
    [" 12 ", 12],
    ["2.5", 2.5],
    ["2,5", 2.5],
    [".5", 0.5],
    ["1/4", 0.25],
    ["-0", 0],
  ])("%j is %d", (typed, value) => {
    expect(readNumber(typed)).toMatchObject({ ok: true, value });
  });
});

describe("readNumber says what it cannot read, quoting it", () => {
  it.each(["", "four", "1 000 apples", "3/0", "--4", "2x2"])("%j", (typed) => {
    const read = readNumber(typed);
    expect(read.ok).toBe(false);
    expect(read).toHaveProperty("message", expect.stringMatching(typed.trim() || "Nothing"));
  });
});

describe("agrees is exact for whole keys, and by three significant digits for others", () => {
  it.each([
    ["6", 6, true],
    ["6.0", 6, true],
    ["6.001", 6, false],
    ["1/3", 1 / 3, true],
    ["0.333", 1 / 3, true],
    ["0.33", 1 / 3, false],
    ["0.334", 1 / 3, false],
    ["2.5", 2.5, true],
  ])("%j for %d: %s", (typed, key, right) => {
    const read = readNumber(typed);
    expect(read.ok && agrees(read, key)).toBe(right);
  });
});

describe("readShape takes any sign between the sizes", () => {
  it.each(["2x3", "2×3", "2 * 3", "2, 3", "2 3", "(2, 3)", "[2,3]"])("%j", (typed) => {
    expect(readShape(typed)).toEqual({ ok: true, sizes: [2, 3], shown: "2×3" });
  });

  it.each(["", "two by two", "2x", "2.5x2"])("and refuses %j", (typed) => {
    expect(readShape(typed).ok).toBe(false);
  });
});
