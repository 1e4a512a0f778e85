import { describe, expect, it } from "vitest";
import { type AskName, explain } from "@/lib/mistakes";
import { type Question, questionFrom } from "@/lib/question";

type Rows = readonly (readonly number[])[];

const X = [
  [3, -1, 4],
  [1, -5, 9],
  [2, -6, 5],
  [-3, 5, 8],
];
const G = [
  [2, -1, 3],
  [-4, 1, 2],
  [1, 5, -2],
  [3, -2, 1],
];
const [GAMMA, BETA, EPS] = [[2, 3, 4], [1, -2, 5], 0.5];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const columns = (rows: Rows) => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0));

/** Numbers with the digits that are stated: six after the point. */
const given = (rows: Rows) => ({
  shape: [rows.length, rows[0]?.length ?? 0],
  data: rows.flat().map((value) => ({ value: Number(value.toFixed(6)), within: 5e-7 })),
});

/** ∂Σ(G·y)/∂x by a small step on either side. */
function slopes(y: (x: Rows) => Rows, x: Rows): number[][] {
  const step = 1e-4;
  const loss = (moved: Rows) => sum(y(moved).flatMap((row, i) => row.map((v, j) => v * G[i]![j]!)));
  return x.map((row, i) =>
    row.map((_, j) => {
      const by = (change: number) =>
        x.map((r, n) => r.map((v, f) => (n === i && f === j ? v + change : v)));
      return (loss(by(step)) - loss(by(-step))) / (2 * step);
    }),
  );
}

/** Rows of features, normalised feature by feature. */
function normed(
  x: Rows,
  { unbiased = false, eps = EPS, gamma = GAMMA, beta = BETA, divided = true } = {},
): Rows {
  const y = columns(x).map((values, f) => {
    const mean = sum(values) / values.length;
    const squares = sum(values.map((value) => (value - mean) ** 2));
    const root = Math.sqrt(squares / (values.length - (unbiased ? 1 : 0)) + eps);
    return values.map((v) => ((v - mean) / (divided ? root : 1)) * gamma[f]! + beta[f]!);
  });
  return columns(y);
}

const NORM = questionFrom({
  op: "batch_norm_train",
  params: { eps: EPS },
  inputs: { x: X, gamma: GAMMA, beta: BETA },
  dy: G,
});

function namesOf(question: Question, ask: AskName, rows: Rows): string[] {
  return explain(question, ask, given(rows)).map(({ mistake }) => mistake);
}

const SLIPS = [
  { name: "UNBIASED_VARIANCE", slip: { unbiased: true } },
  { name: "EPS_FORGOTTEN", slip: { eps: 0 } },
  { name: "FACTOR_FORGOTTEN", slip: { gamma: [1, 1, 1] } },
  { name: "NOT_NORMALISED", slip: { divided: false } },
];

describe("batch normalisation of rows of features", () => {
  it("has nothing to explain where it is right", () => {
    expect(namesOf(NORM, "y", normed(X))).toEqual([]);
    expect(namesOf(NORM, "grads.x", slopes(normed, X))).toEqual([]);
  });
  it.each([...SLIPS, { name: "BIAS_FORGOTTEN", slip: { beta: [0, 0, 0] } }])(
    "y: $name",
    ({ name, slip }) => expect(namesOf(NORM, "y", normed(X, slip))).toEqual([name]),
  );
  it.each(SLIPS)("on the way back: $name is the slope of the wrong y", ({ name, slip }) =>
    expect(
      namesOf(
        NORM,
        "grads.x",
        slopes((x) => normed(x, slip), X),
      )[0],
    ).toBe(name),
  );
});

const powers = (x: Rows) => x.map((row) => row.map((value) => Math.exp(value)));

describe("softmax on the way back", () => {
  const small = X.map((row) => row.map((value) => value / 4));
  const question = questionFrom({ op: "softmax", inputs: { x: small }, dy: G });
  const along = (x: Rows) => powers(x).map((row) => row.map((value) => value / sum(row)));
  const down = (x: Rows) => columns(along(columns(x)));

  it.each([
    { names: [], y: along },
    { names: ["WRONG_AXIS"], y: down },
    { names: ["NOT_NORMALISED"], y: powers },
  ])("$names is the slope of the wrong y", ({ names, y }) =>
    expect(namesOf(question, "grads.x", slopes(y, small))).toEqual(names),
  );
  it("FACTOR_FORGOTTEN is y·G, without what the sum takes away", () => {
    const rows = along(small).map((row, i) => row.map((value, j) => value * G[i]![j]!));
    expect(namesOf(question, "grads.x", rows)).toEqual(["FACTOR_FORGOTTEN"]);
  });
});

describe("a bias's gradient has few cells, and two mistakes are named in them", () => {
  const question = questionFrom({
    op: "conv2d",
    inputs: {
      x: { shape: [2, 1, 2, 2], data: [1, 2, 3, 4, 5, 6, 7, 8] },
      w: [[[[1]]], [[[1]]]],
      b: [1, 1],
    },
    dy: { shape: [2, 2, 2, 2], data: [1, 2, 3, 4, 10, 3, 8, 2, 5, 6, 7, 9, 4, 1, 6, 13] },
  });
  it.each([
    { names: ["MEAN_FOR_SUM"], answer: [37 / 8, 47 / 8] },
    { names: ["BATCH_AVERAGED"], answer: [37 / 2, 47 / 2] },
    { names: ["BATCH_AVERAGED+MEAN_FOR_SUM"], answer: [37 / 16, 47 / 16] },
    { names: [], answer: [37, 47] },
    { names: [], answer: [36, 45] },
  ])("$answer is $names", ({ names, answer }) =>
    expect(explain(question, "grads.b", answer).map(({ mistake }) => mistake)).toEqual(names),
  );
});
