import { describe, expect, it } from "vitest";
import { type Diagnosis, explain, predictorFor } from "@/lib/mistakes";
import { readAnswer } from "@/lib/mistakes/answer";
import { mark } from "@/lib/mistakes/match";
import { withinReach } from "@/lib/mistakes/work";
import { type Question, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type Tensor, tensor } from "@/lib/tensor";

/** Whole numbers without a pattern (a linear congruence). */
function scattered(shape: number[], seed: number): Tensor {
  const size = shape.reduce((all, length) => all * length, 1);
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return ((state >>> 16) % 19) - 9;
  };
  return tensor(
    shape,
    Array.from({ length: size }, () => next()),
  );
}

const [CHANNELS, SIDE, FILTERS] = [32, 64, 16];
const x = scattered([CHANNELS, SIDE, SIDE], 1);
const w = scattered([FILTERS, CHANNELS, 3, 3], 2);
const b = tensor(
  [FILTERS],
  Array.from({ length: FILTERS }, (_, filter) => 3 + filter),
);

/** 65 536 cells of 288 products: more than are worked out for each mistake that is compared. */
const conv = (inputs: QuestionDraft["inputs"]): Question =>
  questionFrom({ op: "conv2d", params: { padding: 1 }, inputs });

const valuesOf = (question: Question): Float64Array =>
  solve(question).y?.data ?? new Float64Array();

const question = conv({ x, w, b });
const key = valuesOf(question);
/** Every 3×3 plane of the kernel backwards. */
const turned = tensor(
  w.shape,
  w.data.map((_, at) => w.data[at - (at % 9) + 8 - (at % 9)] ?? 0),
);
const flipped = valuesOf(conv({ x, w: turned, b }));
const withoutBias = valuesOf(conv({ x, w }));

function explained(data: Float64Array): readonly Diagnosis[] {
  return explain(question, "y", { shape: [FILTERS, SIDE, SIDE], data });
}

function wrongIn(data: Float64Array): number {
  return data.reduce((count, value, at) => count + (value === key[at] ? 0 : 1), 0);
}

describe("of an answer too large to compare every mistake with, all cells are named", () => {
  it("where one mistake gives the whole", () => {
    const found = explained(flipped);
    expect(found.map(({ mistake }) => mistake)).toEqual(["KERNEL_FLIPPED"]);
    expect(found[0]?.cells).toHaveLength(wrongIn(flipped));
  });

  it("where two mistakes give a half each, every cell under one of them", () => {
    const half = key.length / 2;
    const data = key.map((_, at) => (at < half ? flipped[at] : withoutBias[at]) ?? 0);
    const found = explained(data);
    expect(found.map(({ mistake }) => mistake).toSorted()).toEqual([
      "BIAS_FORGOTTEN",
      "KERNEL_FLIPPED",
    ]);
    const named = found.flatMap(({ cells }) => cells.map((at) => at.join()));
    expect(named).toHaveLength(wrongIn(data));
    expect(new Set(named).size).toBe(named.length);
  });

  it("and a mistake in three cells alone is not passed over", () => {
    const places = [17, 30_001, 65_535];
    const data = key.map((value, at) => (places.includes(at) ? (flipped[at] ?? 0) : value));
    expect(explained(data)[0]).toEqual({
      mistake: "KERNEL_FLIPPED",
      ids: ["KERNEL_FLIPPED"],
      cells: [
        [0, 0, 17],
        [7, 20, 49],
        [15, 63, 63],
      ],
    });
  });
});

/** How many wrong cells an average pooling has, and how many of them are compared. */
const looked = (side: number, kernel: number) => {
  const pooling = questionFrom({
    op: "avg_pool2d",
    params: { kernel, stride: 1 },
    inputs: { x: scattered([1, side, side], 3) },
  });
  const right = predictorFor(pooling, "y")?.right;
  const shape = right ? [...right.shape] : [0];
  const data = new Float64Array(shape.reduce((all, length) => all * length, 1)).fill(1000);
  return readAnswer(pooling, "y", { shape, data }, right?.shape ?? [0, 0, 0, 0]).map((form) => {
    if (!right) throw new Error("Pooling has a right result.");
    const marked = mark(form, right);
    return { all: marked.wrong.length, compared: withinReach(marked).wrong.length };
  });
};

describe("the cells that are compared are counted by what they read", () => {
  it("a window of 64 on 20×20 cells is compared in all", () =>
    expect(looked(27, 8)).toEqual([{ all: 400, compared: 400 }]));

  it("a window of 1 024 on 225×225 cells is compared within ten million reads", () => {
    const [{ all, compared } = { all: 0, compared: 0 }] = looked(256, 32);
    expect(all).toBe(225 * 225);
    expect(compared * 1024).toBeLessThanOrEqual(1e7);
    expect(compared * 1024).toBeGreaterThan(2e6);
  });
});
