import { describe, expect, it } from "vitest";
import { formatNumber, formatShort, groupDigits, isShownExactly } from "@/lib/tex";

describe("formatNumber writes whole numbers exactly and others to six significant digits", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [-4, "-4"],
    [61100840, "61100840"],
    [2 ** 40, "1099511627776"],
    [0.5, "0.5"],
    [1 / 3, "0.333333"],
    [0.1 + 0.2, "0.3"],
    [-2.5, "-2.5"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-∞"],
  ])("%d → %s", (value, written) => {
    expect(formatNumber(value)).toBe(written);
  });
});

describe("formatShort keeps the whole part, and so many significant digits where there are more", () => {
  it.each([
    [-1234.56, "-1235"],
    [12.345, "12.3"],
    [0.0900306, "0.09"],
    [-0.601278, "-0.601"],
    [0.0000451, "4.5e-5"],
    [61100840, "61100840"],
    [Number.POSITIVE_INFINITY, "∞"],
  ])("%d → %s", (value, written) => {
    expect(formatShort(value, 3)).toBe(written);
  });
});

describe("groupDigits groups whole numbers of five digits or more in threes", () => {
  it.each([
    ["2352", "2352"],
    ["10240", "10 240"],
    ["-768000", "-768 000"],
    ["61100840", "61 100 840"],
    ["12345.5", "12345.5"],
  ])("%s → %s", (digits, grouped) => {
    expect(groupDigits(digits, " ")).toBe(grouped);
  });
});

describe("isShownExactly asks for ≈ only where digits are lost, not for floating-point noise", () => {
  it.each([
    [3, true],
    [0.25, true],
    [0.1 + 0.2, true],
    [1 / 3, false],
    [Math.PI, false],
    [123456789, true],
    [1234567.5, false],
    [Number.POSITIVE_INFINITY, true],
  ])("%d: %s", (value, exact) => {
    expect(isShownExactly(value)).toBe(exact);
  });
});
