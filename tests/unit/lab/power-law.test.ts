import { describe, expect, it } from "vitest";
import { labNamed, startOf } from "@/lib/lab";

const lab = labNamed("power-law");
const start = startOf(lab?.fields ?? {});
const results = (given: Readonly<Record<string, number>>) =>
  lab?.work({ ...start, ...given }).results ?? {};

describe("power-law", () => {
  it("reads slope and factor off two points: 16 times the data halve what can be learned away", () => {
    const { exponent, halving, factor } = results({});
    expect(exponent).toBe(0.25);
    expect(halving).toBe(16);
    expect(factor).toBeCloseTo(40 * Math.sqrt(Math.sqrt(1000)), 5);
  });

  it("foretells the data by following the line: 20 above 2 becomes 10 with 16 times 16 000", () => {
    expect(results({ wanted: 12 }).needed).toBe(256000);
    expect(results({ wanted: 7 }).needed).toBe(16000 * 16 * 16);
    expect(results({ wanted: 22 }).needed).toBe(16000);
    expect(results({ wanted: 42 }).needed).toBe(1000);
  });

  it("bounds the regions where guessing is as good, and where half of the error stays", () => {
    const { begins = 0, ends } = results({});
    expect(begins).toBe(Math.ceil(1000 / (88 / 40) ** 4));
    expect(ends).toBe(16000 * 10 ** 4);
  });

  it("gives back a law that it is shown points of", () => {
    const given = { size1: 400, error1: 300 / 20 + 1, size2: 90000, error2: 300 / 300 + 1 };
    const { exponent, factor } = results({ ...given, irreducible: 1, wanted: 1.5 });
    expect(exponent).toBeCloseTo(0.5, 8);
    expect(factor).toBeCloseTo(300, 5);
  });

  it("has no last region where nothing is irreducible", () => {
    expect(results({ irreducible: 0 })).not.toHaveProperty("ends");
  });

  it.each([
    [{ size2: 1000 }, "must be above the smaller one, 1000"],
    [{ error2: 42 }, "42 % is not below 42 %"],
    [{ irreducible: 22 }, "cannot be measured where 22 % is irreducible"],
    [{ guessing: 42 }, "no better than guessing (42 %)"],
    [{ wanted: 2 }, "No amount of data brings the error to 2 %"],
    [{ wanted: 90 }, "must be below that"],
    [{ error2: 41.9, wanted: 3 }, "would take more than"],
  ])("refuses %j", (given, says) => {
    expect(() => results(given)).toThrow(says);
  });
});
