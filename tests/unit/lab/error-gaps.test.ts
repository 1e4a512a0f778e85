import { describe, expect, it } from "vitest";
import { labNamed } from "@/lib/lab";

const results = (possible: number, ...models: readonly (readonly number[])[]) =>
  labNamed("error-gaps")?.work({ possible, models }).results ?? {};

describe("error-gaps", () => {
  it("splits the test error into gaps that begin at the best possible error", () => {
    expect(results(5, [37, 38, 41], [8, 12, 20])).toMatchObject({
      firstModelling: 32,
      firstOptimisation: 1,
      firstEstimation: 3,
      secondModelling: 3,
      secondOptimisation: 4,
      secondEstimation: 8,
    });
  });

  it("finds no fault of the optimiser where the training data are fitted better than the class can do", () => {
    expect(results(5, [8, 0, 20])).toMatchObject({
      firstModelling: 3,
      firstOptimisation: 0,
      firstEstimation: 12,
      firstGap: 20,
    });
  });

  it("has no gap where nothing is better", () => {
    expect(results(7, [7, 7, 7])).toMatchObject({
      firstModelling: 0,
      firstOptimisation: 0,
      firstEstimation: 0,
    });
  });

  it.each([
    [10, [8, 12, 20], "cannot err less (8 %) than the best possible (10 %)"],
    [5, [8, 6, 7], "cannot err less (7 %) than the best of its class (8 %)"],
    [5, [8, 12, 11], "errs less on new data (11 %) than on what it was trained on (12 %)"],
    [5, [8, 12, 101], "at most 100 %"],
  ])("refuses %d %j", (possible, model, says) => {
    expect(() => results(possible, model)).toThrow(says);
  });
});
