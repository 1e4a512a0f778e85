import { describe, expect, it } from "vitest";
import { explain, predictCell, predictMistake, predictTogether } from "@/lib/mistakes";
import { questionFrom } from "@/lib/question";
import { fromNested } from "@/lib/tensor";

const ONE_TO_NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

const card76 = questionFrom({
  op: "conv2d",
  inputs: {
    x: ONE_TO_NINE,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
});

/** Card 77, well posed: an X of 5×5 whose first window is not G. */
const card77 = questionFrom({
  op: "conv2d",
  inputs: {
    x: [
      [2, 0, 1, 3, 1],
      [1, 3, 0, 2, 2],
      [0, 1, 4, 1, 0],
      [3, 2, 1, 0, 5],
      [1, 0, 2, 4, 1],
    ],
    w: [
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ],
  },
  dy: ONE_TO_NINE,
});

const card82 = questionFrom({
  op: "conv2d",
  params: { padding: 2 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
});

const card83 = questionFrom({
  op: "relu",
  inputs: { x: { shape: [3, 28, 28] } },
});

describe("the answers of the cards are explained", () => {
  it("card 76: a product dropped in three cells, a sign in the fourth", () => {
    const answer = fromNested([
      [-5, -6],
      [-12, -9],
    ]);
    expect(explain(card76, "y", answer)).toEqual([
      {
        mistake: "TERM_DROPPED",
        ids: ["TERM_DROPPED"],
        cells: [
          [0, 0],
          [0, 1],
          [1, 1],
        ],
        terms: [0, 0, 0],
      },
      { mistake: "SIGN_SLIP", ids: ["SIGN_SLIP"], cells: [[1, 0]], terms: [0] },
    ]);
  });

  it("card 77: 285 is the gradient read in place of the input", () => {
    const blank = [null, null, null];
    const data = [285, null, null, ...blank, ...blank];
    expect(explain(card77, "grads.w", { shape: [3, 3], data })).toEqual([
      { mistake: "GRADIENT_FOR_INPUT", ids: ["GRADIENT_FOR_INPUT"], cells: [[0, 0]] },
    ]);
  });

  it.each([
    { count: 750, mistakes: ["BIAS_FORGOTTEN"] },
    { count: 260, mistakes: ["CHANNELS_FORGOTTEN"] },
    { count: 751, mistakes: ["ONE_BIAS"] },
    { count: 251, mistakes: ["CHANNELS_FORGOTTEN+ONE_BIAS"] },
    { count: 760, mistakes: [] },
    { count: 500, mistakes: [] },
  ])("card 82: $count parameters is $mistakes", ({ count, mistakes }) => {
    expect(explain(card82, "params", count).map(({ mistake }) => mistake)).toEqual(mistakes);
  });

  it("card 83: 2353 values is one too many", () => {
    const found = explain(card83, "memory.x.values", 2353);
    expect(found.map(({ mistake }) => mistake)).toEqual(["OFF_BY_ONE"]);
  });
});

describe("a mistake predicts the deck's number", () => {
  it("TERM_DROPPED in one cell", () =>
    expect(predictCell("TERM_DROPPED", card76, "y", { at: [0, 0], term: 0 })).toBe(-5));
  it("SIGN_SLIP in one cell", () =>
    expect(predictCell("SIGN_SLIP", card76, "y", { at: [1, 0], term: 0 })).toBe(-12));
  it("GRADIENT_FOR_INPUT", () =>
    expect(predictMistake("GRADIENT_FOR_INPUT", card77, "grads.w")[0]?.data[0]).toBe(285));
  it("ONE_BIAS with CHANNELS_FORGOTTEN", () =>
    expect(predictTogether(["CHANNELS_FORGOTTEN", "ONE_BIAS"], card82, "params")[0]?.data[0]).toBe(
      251,
    ));
});
