import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches, readExpression } from "@/lib/answer/check";
import { agrees, readNumber } from "@/lib/answer";

const THIRD = 1 / 3;

function isRight(typed: string, key: number): boolean {
  const reading = readExpression(typed);
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return matches(reading.value, key);
}

describe("a whole key wants exactly that number", () => {
  it.each([
    ["3", 3, true],
    ["3.0", 3, true],
    ["3.000", 3, true],
    ["6/2", 3, true],
    ["−4", -4, true],
    ["0", 0, true],
    ["-0", 0, true],
    ["2.9999", 3, false],
    ["3.00001", 3, false],
    ["301/100", 3, false],
    ["16777216", 16_777_217, false],
    ["138357543", 138_357_544, false],
    ["1e5", 100_000, true],
    ["1.00e5", 100_001, false],
  ])("%s for %d: %s", (typed, key, right) => expect(isRight(typed, key)).toBe(right));

  it("up to the noise of floating point in the key", () => {
    expect(isRight("3", 0.1 + 0.2 + 2.7)).toBe(true);
    expect(isRight("0.3", 0.1 + 0.2)).toBe(true);
  });
});

describe("working with decimals is as exact as they are", () => {
  const GRADIENT = -0.440528413;
  it.each([
    ["(−0.440528)", GRADIENT, true],
    ["(0.118943 − 1)/2", GRADIENT, true],
    ["(0.119 − 1)/2", GRADIENT, true],
    ["(0.12 − 1)/2", GRADIENT, false],
    ["(0.114 − 1)/2", GRADIENT, false],
    ["0.5·0.881", -GRADIENT, true],
    ["14.559%", 0.145588, true],
    ["14.6 %", 0.145588, true],
    ["14.5 %", 0.145588, false],
    ["15%", 0.145588, false],
    ["33.3 %", THIRD, true],
    ["1/3.4483", 0.29, true],
    ["1/3.45", 0.29, true],
    ["1/3.5", 0.29, false],
    ["2.33·3", 7, false],
    ["2.0·3.50", 7, true],
  ])("%s for %d: %s", (typed, key, right) => expect(isRight(typed, key)).toBe(right));
});

describe("any other key wants itself, or a decimal of 3 significant digits or 4 decimals to which it rounds", () => {
  it.each([
    ["1/3", THIRD, true],
    ["2/6", THIRD, true],
    ["33/100", THIRD, false],
    ["333/1000", THIRD, false],
    ["0.333", THIRD, true],
    ["0,333", THIRD, true],
    ["0.3333", THIRD, true],
    ["0.33333333", THIRD, true],
    ["0.334", THIRD, false],
    ["0.33334", THIRD, false],
    ["0.33", THIRD, false],
    ["0.3", THIRD, false],
    ["0.667", 2 / 3, true],
    ["0.666", 2 / 3, false],
    ["0.67", 2 / 3, false],
    ["0.5", 0.5, true],
    ["0.50", 0.5, true],
    ["0.25", 0.25, true],
    ["0.250", 0.25, true],
    ["0.13", 0.125, false],
    ["2.30", 2.302_51, true],
    ["2.3", 2.302_51, false],
    ["2.303", 2.302_51, true],
    ["2.302", 2.302_51, false],
    ["12.3", 12.345, true],
    ["12", 12.345, false],
    ["123", 123.4, false],
    ["1230", 1234.5, false],
    ["1.23e3", 1234.5, true],
    ["0.0001", 0.000_123_4, true],
    ["0.000123", 0.000_123_4, true],
    ["0.0002", 0.000_123_4, false],
    ["0.0000", 0.000_012, true],
    ["0", 0.000_012, true],
    ["0", 0.0012, false],
    ["2.0000", 2.000_03, true],
    ["2", 2.000_03, true],
    ["2", 2.0003, false],
    ["1.5", 1.500_04, true],
    ["1.5", 1.5004, false],
  ])("%s for %d: %s", (typed, key, right) => expect(isRight(typed, key)).toBe(right));

  it.each([
    [0.3125, "0.312", true],
    [0.3125, "0.313", true],
    [-0.031_25, "-0.0312", true],
    [-0.031_25, "-0.0313", true],
    [0.031_25, "0.0311", false],
  ])("a half rounds either way: %d as %s", (key, typed, right) => {
    expect(isRight(typed, key)).toBe(right);
  });

  it("the float32 nearest to the key is the key", () => {
    expect(isRight("0.33333334", THIRD)).toBe(true);
    expect(isRight("0.3333334", THIRD)).toBe(false);
  });
});

describe("a number from JSON is read as if zeros followed it, since JSON leaves them out", () => {
  it.each([
    [0.333, THIRD, true],
    [0.33, THIRD, false],
    [0.1, 0.100_03, true],
    [0.1, 0.1003, false],
    [2, 2.000_03, true],
    [2, 2.0003, false],
    [0, 0.000_049, true],
    [0, 0.000_051, false],
    [1e-5, 0.000_012, true],
    [1e-5, 0.000_016, false],
    [1.2e-5, 0.000_012_3, true],
    [1e21, 1e21, true],
  ])("%d for %d: %s", (given, key, right) => expect(matches(given, key)).toBe(right));
});

describe("NaN and the infinities want themselves", () => {
  const keys = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1];
  const written = ["nan", "inf", "-∞", "1"];

  it.each(
    keys.flatMap((key, row) =>
      written.map((typed, column) => [typed, key, row === column] as const),
    ),
  )("%s for %d: %s", (typed, key, right) => expect(isRight(typed, key)).toBe(right));
});

describe("rounding to four decimals is right, and one in the fourth decimal is told apart", () => {
  const cell = fc.double({ min: -1000, max: 1000, noNaN: true });

  it("for any number that is not whole", () => {
    fc.assert(
      fc.property(cell, (key) => {
        const rounded = Number(key.toFixed(4));
        return (
          Number.isInteger(key) || (matches(rounded, key) && agrees(read(key.toFixed(4)), key))
        );
      }),
      { seed: 83, numRuns: 2000 },
    );
  });

  it("where the key is not halfway between the two", () => {
    fc.assert(
      fc.property(cell, fc.constantFrom(-1, 1), (key, sign) => {
        const slipped = (Number(key.toFixed(4)) + sign * 0.0001).toFixed(4);
        const isHalfway = Math.abs(Math.abs(Number(slipped) - key) - 0.000_05) < 1e-9;
        return isHalfway || !isRight(slipped, key);
      }),
      { seed: 76, numRuns: 2000 },
    );
  });
});

describe("the light reader of pages agrees by the same rule", () => {
  it.each([
    ["0.333", THIRD, true],
    ["0.33", THIRD, false],
    ["1/3", THIRD, true],
    ["−4", -4, true],
    ["3.0001", 3, false],
  ])("%s for %d: %s", (typed, key, right) => expect(agrees(read(typed), key)).toBe(right));
});

function read(typed: string) {
  const number = readNumber(typed);
  if (!number.ok) throw new Error(number.message);
  return number;
}
