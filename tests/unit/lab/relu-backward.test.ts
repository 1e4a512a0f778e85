import { expect, it } from "vitest";
import { startOf } from "@/lib/lab";
import { reluBackwardLab as lab } from "@/lib/lab/labs/relu-backward";

const SIGNS = [-2, 0, 3];
const INPUT = SIGNS.map((value) => SIGNS.map(() => value));
const GRADIENT = SIGNS.map(() => [-5, 0, 7]);

it("for every pair of signs: backprop asks the input, the deconvnet the gradient, guided both", () => {
  expect(planes({ input: INPUT, gradient: GRADIENT })).toMatchObject({
    backprop: [
      [0, 0, 0],
      [0, 0, 0],
      [-5, 0, 7],
    ],
    deconvnet: [
      [0, 0, 7],
      [0, 0, 7],
      [0, 0, 7],
    ],
    "guided backprop": [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 7],
    ],
  });
});

it("counts the cells that something reaches", () => {
  const { results } = lab.work({ input: INPUT, gradient: GRADIENT });
  expect(results).toEqual({ cells: 9, backprop: 2, deconvnet: 3, guided: 1 });
});

it("starts where the three rules differ from one another", () => {
  const { backprop, deconvnet, "guided backprop": guided } = planes(startOf(lab.fields));
  expect(new Set([backprop, deconvnet, guided].map((rows) => JSON.stringify(rows))).size).toBe(3);
});

it("refuses a gradient of another shape than the input", () => {
  expect(() => lab.work({ input: INPUT, gradient: [[1, 2]] })).toThrow(
    "a gradient of 3×3 would fit",
  );
});

function planes(values: Parameters<typeof lab.work>[0]) {
  const [figure] = lab.work(values).parts;
  const items = figure?.kind === "planes" ? figure.items : [];
  return Object.fromEntries(
    items.flatMap((item) => (item.kind === "grid" ? [[item.title, item.rows]] : [])),
  );
}
