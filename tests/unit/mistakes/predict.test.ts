import { describe, expect, it } from "vitest";
import { type SlipName, predictSlip } from "@/lib/mistakes";
import { questionFrom, solve } from "@/lib/question";
import { valueAt } from "@/lib/tensor";

const x = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const CARD_76 = questionFrom({
  op: "conv2d",
  inputs: {
    x,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
});
const LAYER = questionFrom({
  op: "conv2d",
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});

describe("a slip in one product of an output cell", () => {
  it.each([
    ["term-dropped", [0, 0], 0, 0 - 5],
    ["term-dropped", [1, 1], 3, 5 - 0],
    ["sign-slip", [1, 0], 0, -4 - 8],
    ["sign-slip", [1, 0], 3, 4 + 8],
  ] as const)("%s at %j, product %i, gives %i", (slip, at, term, wrong) => {
    expect(predictSlip(slip, CARD_76, { at, term })).toBe(wrong);
  });

  it("leaves the right result where the product is 0", () => {
    const right = valueAt(solve(CARD_76).y ?? { shape: [], data: new Float64Array() }, [0, 0]);
    expect(predictSlip("term-dropped", CARD_76, { at: [0, 0], term: 1 })).toBe(right);
  });
});

it("G read in place of X gives the sum of its squares at the top left weight", () => {
  const zeros = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  const question = questionFrom({ op: "conv2d", inputs: { x: zeros, w: x }, dy: x });
  const squares = x.flat().reduce((sum, value) => sum + value * value, 0);
  expect(predictSlip("gradient-for-input", question, { at: [0, 0], term: 0 })).toBe(squares);
  expect(predictSlip("gradient-for-input", question, { at: [2, 2], term: 0 })).toBe(1 * 9);
});

describe("a slip in counting ten filters of 3×5×5, each with a bias", () => {
  it.each<[SlipName, number]>([
    ["bias-forgotten", 10 * 75],
    ["channels-forgotten", 10 * (25 + 1)],
    ["one-bias", 10 * 75 + 1],
    ["channels-forgotten-one-bias", 10 * 25 + 1],
    ["value-too-many", 3 * 32 * 32 + 1],
  ])("%s gives %i", (slip, wrong) => {
    expect(predictSlip(slip, LAYER, { at: [], term: 0 })).toBe(wrong);
    expect(wrong).not.toBe(solve(LAYER).params);
  });
});
