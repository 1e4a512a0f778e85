import { describe, expect, it } from "vitest";
import {
  type Quantity,
  type Reading,
  readCount,
  readExpression,
  readSize,
} from "@/lib/answer/check";
import { readNumber } from "@/lib/answer";

function valueIn(reading: Reading<Quantity>): number {
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return reading.value.value;
}

function quantityIn(reading: Reading<Quantity>): Quantity {
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return reading.value;
}

describe("numbers are read as people write them", () => {
  it.each([
    ["4", 4],
    ["−4", -4],
    ["-4", -4],
    ["–4", -4],
    ["+4", 4],
    [" 4 ", 4],
    ["2.5", 2.5],
    [".5", 0.5],
    ["5.", 5],
    ["-0", 0],
    ["1e5", 100_000],
    ["1.5e-3", 0.0015],
    ["3/4", 0.75],
    ["-3/4", -0.75],
    ["3/−4", -0.75],
    ["½", 0.5],
    ["2½", 2.5],
    ["−1¾", -1.75],
    ["∞", Number.POSITIVE_INFINITY],
    ["-inf", Number.NEGATIVE_INFINITY],
    ["NaN", Number.NaN],
  ])("%j is %d", (typed, value) => expect(valueIn(readExpression(typed))).toBe(value));
});

describe("one comma before exactly three digits groups them; any other is the decimal sign", () => {
  it.each([
    ["1,024", 1024],
    ["-10,240", -10_240],
    ["1,5", 1.5],
    ["1,02", 1.02],
    ["1,0245", 1.0245],
    ["0,125", 0.125],
    ["1234,567", 1234.567],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1.024", 1.024],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 024", 1024],
    ["1\u202f024", 1024],
    ["1\u00a0234\u00a0567", 1_234_567],
    ["1_000_000", 1_000_000],
    ["1’024", 1024],
  ])("%j is %d", (typed, value) => {
    expect(valueIn(readExpression(typed))).toBe(value);
    expect(readNumber(typed)).toMatchObject({ ok: true, value });
  });

  it.each(["1,23,4", "1.2.3", "12,34,567", "1,,5"])("%j is neither", (typed) => {
    expect(readExpression(typed).kind).toBe("unreadable");
  });
});

describe("working is worked out exactly", () => {
  it.each([
    ["(32-5+4)/1+1", 32],
    ["(32 − 5 + 2·2)/1 + 1", 32],
    ["3·5·5+1", 76],
    ["3×5×5", 75],
    ["3x5x5", 75],
    ["(3*5*5+1)*10", 760],
    ["2^10", 1024],
    ["2**10", 1024],
    ["2¹⁰", 1024],
    ["2^{10}", 1024],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["(-2)^2", 4],
    ["2^-1", 0.5],
    ["⌊(7−3)/2⌋+1", 3],
    ["⌈7/2⌉", 4],
    ["floor((7-3)/2)+1", 3],
    ["math.floor(7/2)", 3],
    ["np.ceil(7/2)", 4],
    ["ceil(-0.5)", 0],
    ["sqrt(16)", 4],
    ["√(9/4)", 1.5],
    ["√2", Math.SQRT2],
    ["max(3,4)", 4],
    ["abs(-3)", 3],
    ["50%", 0.5],
    ["7 % 3", 1],
    ["-7 % 3", 2],
    ["0.1+0.2", 0.3],
    ["(1/3)*3", 1],
    ["floor(0.7*10)", 7],
    ["1/3 + 1/6", 0.5],
    ["e^0", 1],
    ["ln(1)", 0],
    ["--5", 5],
    [String.raw`\frac{3}{4}`, 0.75],
    [String.raw`\frac{1}{2}+\frac{1}{2}`, 1],
    [String.raw`\lfloor 7/2 \rfloor`, 3],
    [String.raw`3 \times 5 \cdot 5`, 75],
    ["$3 + 4$", 7],
    ["25·3+1 = 76", 76],
    ["y = 5", 5],
    ["= 5", 5],
    ["10(3·25+1)", 760],
    ["(3·25+1)(10)", 760],
    ["2(3+1) - 4(2)/2", 4],
    ["1/3 ≈ 0.333", 0.333],
  ])("%j is %d", (typed, value) => expect(valueIn(readExpression(typed))).toBe(value));
});

describe("what cannot be read is told by a code, a place and a sentence, and is never a value", () => {
  it.each([
    ["", "EMPTY", 0, /Nothing is written/],
    [" \n ", "EMPTY", 0, /Nothing is written/],
    ["abc", "UNEXPECTED", 0, /character 1, “abc”/],
    ["3 + a", "UNEXPECTED", 4, /character 5, “a”/],
    ["constructor", "UNEXPECTED", 0, /“constructor”/],
    ["__proto__", "UNEXPECTED", 0, /“__proto__”/],
    ["zeros(9,9)", "UNEXPECTED", 0, /“zeros\(9,9\)”/],
    ["x", "UNEXPECTED", 0, /“x”/],
    ["1:9", "UNEXPECTED", 1, /“:9”/],
    ["2; 3", "UNEXPECTED", 1, /“; 3”/],
    ["5)", "UNEXPECTED", 1, /nothing is open/],
    ["(5]", "UNEXPECTED", 2, /“\)” would fit/],
    ["7//2", "UNEXPECTED", 1, /⌊7\/2⌋/],
    ["((1", "UNFINISHED", 3, /before “\)” closes/],
    ["3 +", "UNFINISHED", 3, /the end/],
    ["3 + * 4", "UNFINISHED", 4, /character 5/],
    ["2 (3+1)", "IMPLICIT_PRODUCT", 2, /write a product with ·/],
    ["1/2(3)", "IMPLICIT_PRODUCT", 3, /write a product/],
    ["2^2(3)", "IMPLICIT_PRODUCT", 3, /write a product/],
    ["[2][3]", "IMPLICIT_PRODUCT", 3, /write a product/],
    ["2pi", "IMPLICIT_PRODUCT", 1, /write a product/],
    ["3 4", "IMPLICIT_PRODUCT", 2, /sign is missing/],
    ["k(k+1)", "UNEXPECTED", 0, /“k/],
    ["1/0", "DIVISION_BY_ZERO", 2, /divides by 0/],
    ["3/(2-2)", "DIVISION_BY_ZERO", 0, /divides by 0/],
    ["5 % 0", "DIVISION_BY_ZERO", 0, /divides by 0/],
    ["0^-1", "DIVISION_BY_ZERO", 0, /divides by 0/],
    ["sqrt(-1)", "NOT_REAL", 0, /square root of a negative/],
    ["ln(0)", "NOT_REAL", 0, /logarithm/],
    ["1e400", "TOO_MUCH", 0, /10³⁰⁸/],
    ["9^9^9^9", "TOO_MUCH", 0, /10³⁰⁸/],
    ["2^2^2^2^2^2^2^2^2^2", "TOO_MUCH", 18, /powers/],
    [`${"(".repeat(20)}1${")".repeat(20)}`, "TOO_DEEP", 17, /brackets/],
    [Array(300).fill("1").join("+"), "TOO_LONG", 400, /599 characters/],
    ["25·3+1 = 75", "CONTRADICTION", 8, /is 76, but “75”/],
    [String.raw`\frac{1}`, "UNFINISHED", 8, /two groups/],
    [String.raw`\input{x}`, "UNEXPECTED", 0, /input/],
  ] as const)("%j: %s", (typed, code, at, message) => {
    expect(readExpression(typed)).toMatchObject({ kind: "unreadable", code, at });
    expect(readExpression(typed)).toHaveProperty("message", expect.stringMatching(message));
  });
});

describe("a size in memory is read with its unit", () => {
  it.each([
    ["9408", "si", 9408, undefined],
    ["9408 B", "si", 9408, 1],
    ["9408 bytes", "si", 9408, 1],
    ["9,2 kB", "si", 9.2, 1000],
    ["9.2kB", "si", 9.2, 1000],
    ["9.2 KB", "si", 9.2, 1000],
    ["9.2 kB", "iec", 9.2, 1024],
    ["9.2 KB", "iec", 9.2, 1024],
    ["9.2 KiB", "si", 9.2, 1024],
    ["9.2 KiB", "iec", 9.2, 1024],
    ["1.5 MB", "si", 1.5, 1e6],
    ["1.5 MB", "iec", 1.5, 2 ** 20],
    ["1.5 MiB", "si", 1.5, 2 ** 20],
    ["2 GB", "si", 2, 1e9],
    ["2 GiB", "si", 2, 2 ** 30],
    ["1 TB", "si", 1, 1e12],
    ["75264 bits", "si", 75_264, 1 / 8],
    ["75 kbit", "si", 75, 125],
    ["5 Mbit", "si", 5, 125_000],
    ["5 kilobytes", "si", 5, 1000],
    ["5 kibibytes", "si", 5, 1024],
    ["5 mega bytes", "si", 5, 1e6],
    ["28·28·3·4 B", "si", 9408, 1],
    ["2352*4/1024 KiB", "si", 9.1875, 1024],
  ] as const)("%j under %s", (typed, units, value, size) => {
    const { value: read, unit } = quantityIn(readSize(typed, units));
    expect([read, unit?.size]).toEqual([value, size]);
  });

  it.each([
    ["9.2 kb", "AMBIGUOUS", /kB \(or KiB\) for bytes, kbit for bits/],
    ["10 Mb", "AMBIGUOUS", /MB .* Mbit/],
    ["10 mb", "AMBIGUOUS", /MB .* Mbit/],
    ["10 b", "AMBIGUOUS", /bit or B/],
    ["9 parsecs", "UNIT", /character 3, “parsecs”/],
    ["kB", "EMPTY", /no number before it/],
    ["abc", "UNIT", /“abc”/],
  ])("%j: %s", (typed, code, message) => {
    const reading = readSize(typed, "si");
    expect(reading).toMatchObject({ kind: "unreadable", code });
    expect(reading).toHaveProperty("message", expect.stringMatching(message));
  });
});

describe("a count may say what it counts", () => {
  it.each([
    ["760", 760, undefined],
    ["(3·5·5+1)·10 parameters", 760, undefined],
    ["2352 values", 2352, undefined],
    ["768k", 768, 1e3],
    ["768k MACs", 768, 1e3],
    ["1.5 GFLOPs", 1.5, 1e9],
    ["61.1 million", 61.1, 1e6],
    ["138M params", 138, 1e6],
  ])("%j", (typed, value, size) => {
    const { value: read, unit } = quantityIn(readCount(typed));
    expect([read, unit?.size]).toEqual([value, size]);
  });

  it("a unit of memory does not count anything", () => {
    expect(readCount("9 kB")).toMatchObject({ code: "UNIT", at: 2 });
  });
});
