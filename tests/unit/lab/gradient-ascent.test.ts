import { describe, expect, it } from "vitest";
import { startOf, type Values } from "@/lib/lab";
import { gradientAscentLab as lab } from "@/lib/lab/labs/gradient-ascent";

const START = startOf(lab.fields);
const INPUT = [
  [1, 2, 0],
  [0, 1, 3],
];
const WEIGHTS = [[2, -1]];

function results(values: Values) {
  return lab.work({ ...START, input: INPUT, weights: WEIGHTS, row: 0, column: 0, ...values })
    .results;
}

describe("one step, worked out by hand", () => {
  // Y = [[2·1 − 2, 2·2 − 0], [2·0 − 1, 2·1 − 3]] = [[0, 4], [−1, −1]]
  it.each([
    // ∂S/∂X = 2 and −1 at the window: the squares add up to 5, and half of that is gained
    ["one", 0, 5, 2.5],
    // each row collects 2, −1 + 2, −1: squares 4 + 1 + 1, twice
    ["sum", 2, 12, 6],
    // a quarter of each slope
    ["mean", 0.5, 12 / 16, 12 / 32],
  ])("%s: from %f, squares %f, gain %f", (score, before, squares, gain) => {
    const found = results({ score, eta: 0.5, steps: 1, penalty: 0 });
    expect(found.before).toBeCloseTo(before, 12);
    expect(found.squares).toBeCloseTo(squares, 12);
    expect(found.first).toBeCloseTo(before + gain, 12);
    expect(found.firstDown).toBeCloseTo(before - gain, 12);
  });
});

it("gains as much with each step, since the score of one layer is linear in its input", () => {
  const found = results({ score: "one", eta: 0.1, steps: 10, penalty: 0 });
  expect(found.after).toBeCloseTo(0 + 10 * 0.1 * 5, 12);
  expect(found.down).toBeCloseTo(-10 * 0.1 * 5, 12);
});

it("with an L2 penalty comes to rest at w/(2λ), as a plain loop does", () => {
  const node = {
    input: [[0, 0]],
    weights: [[4, -2]],
    score: "one",
    eta: 1,
    steps: 10,
    penalty: 0.25,
  };
  let x = [0, 0];
  for (let step = 0; step < 10; step++) {
    x = x.map((value, i) => value + ([4, -2][i] ?? 0) - 2 * 0.25 * value);
  }
  const [first = 0, second = 0] = x;
  const { after } = results(node);
  expect(after).toBeCloseTo(4 * first - 2 * second, 12);
  expect(after).toBeCloseTo((4 ** 2 + 2 ** 2) / (2 * 0.25), 1);
});

it("refuses an output that is not there, and says which is the last", () => {
  expect(() => results({ score: "one", row: 5 })).toThrow(
    "The output is 2×2, so it has no cell in row 5, column 0; counted from 0, the last is in row 1, column 1.",
  );
  expect(results({ score: "sum", row: 5 }).before).toBe(2);
});

it("refuses weights that are larger than the input", () => {
  expect(() => results({ weights: [[1, 1, 1, 1]] })).toThrow(
    "The weights are 1×4 and the input is 2×3; at most 2×3 would fit.",
  );
});
