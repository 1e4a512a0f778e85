import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OperandOptions, readOperandText } from "@/lib/answer/operand";

const SQUARE = [
  [2, 2],
  [1, 2, 3, 4],
] as const;

const TEXTS: readonly (readonly [string, readonly (readonly number[])[], OperandOptions])[] = [
  ["[[1, 2], [3, 4]]", SQUARE, {}],
  ["tensor([[1., 2.],\n        [3., 4.]])", SQUARE, {}],
  ["np.array([[1, 2], [3, 4]], dtype=float)", SQUARE, {}],
  ["[[1 2]\n [3 4]]", SQUARE, {}],
  ["[1 2; 3 4]", SQUARE, {}],
  ["[1 2\n 3 4]", SQUARE, {}],
  ["1\t2\n3\t4", SQUARE, {}],
  ["1,2\n3,4", SQUARE, {}],
  ["1 2\n3 4", SQUARE, {}],
  ["\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", SQUARE, {}],
  ['{"shape": [2, 2], "data": [1, 2, 3, 4]}', SQUARE, {}],
  [
    "1 2\n3 4\n\n5 6\n7 8",
    [
      [2, 2, 2],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    {},
  ],
  [
    "[[[[1]]], [[[−2]]]]",
    [
      [2, 1, 1, 1],
      [1, -2],
    ],
    {},
  ],
  [
    "1,5 -2\n0 1",
    [
      [2, 2],
      [1.5, -2, 0, 1],
    ],
    {},
  ],
  ["0,5 1,5 -2,25", [[3], [0.5, 1.5, -2.25]], {}],
  ["5", [[], [5]], {}],
  ["1 2 3 4", [[4], [1, 2, 3, 4]], {}],
  [
    "1 2 3 4",
    [
      [1, 1, 1, 4],
      [1, 2, 3, 4],
    ],
    { shape: [1, 1, 1, 4] },
  ],
];

describe("a tensor is read from whatever notation it is written in", () => {
  it.each(TEXTS)("%s", (text, [shape, data], options) => {
    const reading = readOperandText(text, options);
    if (reading.kind === "unreadable") throw new Error(reading.message);
    expect(reading.value.tensor.shape).toEqual(shape);
    expect([...reading.value.tensor.data]).toEqual(data);
  });

  it("or refused by a sentence, where a character is another or pieces are missing", () => {
    const text = fc.constantFrom(...TEXTS.map(([written]) => written));
    const sign = fc.constantFrom(..."()[]{}<>|,;:.…'\"\\&^%=+-−×/0123456789eEn \t\n😀".split(""));
    const mutant = fc.tuple(text, fc.nat(), fc.nat(3), sign).map(([written, at, length, put]) => {
      const place = at % written.length;
      return written.slice(0, place) + put + written.slice(place + length);
    });
    fc.assert(
      fc.property(mutant, (written) => {
        const reading = readOperandText(written);
        if (reading.kind === "unreadable") return reading.message !== "";
        const { shape, data } = reading.value.tensor;
        return data.length === shape.reduce((product, size) => product * size, 1);
      }),
      { seed: 20_261_126, numRuns: 500 },
    );
  });

  it("of 64×64×16 numbers as PyTorch prints them", () => {
    const row = `[${Array(64).fill("0.1234").join(", ")}]`;
    const plane = `[${Array(64).fill(row).join(",\n")}]`;
    const reading = readOperandText(`tensor([${Array(16).fill(plane).join(",\n\n")}])`);
    expect(reading.kind === "value" && reading.value.tensor.shape).toEqual([16, 64, 64]);
  });
});

describe("digits say how far a number may be from what it was rounded from", () => {
  it.each<readonly [string, OperandOptions["precision"], number]>([
    ["0.3333", "printed", 0.00005],
    ["1.0000", "printed", 0.00005],
    ["-1.2346e-01", "printed", 0.000005],
    ["0.12345678", "printed", 0.000000005],
    ["0.25", "printed", 0],
    ["0.25", "rounded", 0.005],
    ["0.3333", "exact", 0],
    ["2.", "rounded", 0],
    ["7", "rounded", 0],
    ["1/3", "rounded", 0],
  ])("%s, %s: %d", (text, precision = "printed", radius) => {
    const reading = readOperandText(`[${text}]`, { precision });
    if (reading.kind === "unreadable") throw new Error(reading.message);
    expect(reading.value.radius[0]).toBeCloseTo(radius, 12);
  });
});

describe("what cannot be read says where reading stopped and what would fit", () => {
  it.each([
    ["", "EMPTY", "Nothing is written"],
    ["[]", "EMPTY", ""],
    ["[[1, 2], [3]]", "RAGGED", "after a row of 2 comes one of 1"],
    ["[[1, ], [3, 4]]", "UNFINISHED", "cell [0, 1] is blank"],
    ["[[1, x], [3, 4]]", "UNEXPECTED", "character 6, “x], [3, 4]]”"],
    ["tensor([[1., 2., ..., 9.]])", "ELIDED", "set_printoptions"],
    ["[[1, 2], [3, 4]", "UNFINISHED", "“]”"],
    ["[[[[[1]]]]]", "TOO_DEEP", "N×C×H×W"],
    ["1 ".repeat(600_000), "TOO_LONG", ".npy"],
    [`[${"1,".repeat(70_000)}1]`, "TOO_MUCH", "65536"],
  ])("%#", (text, code, part) => {
    const reading = readOperandText(text);
    expect(reading).toMatchObject({ kind: "unreadable", code });
    expect(reading.kind === "unreadable" && reading.message).toContain(part);
  });
});
