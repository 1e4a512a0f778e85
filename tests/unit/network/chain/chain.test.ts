import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { chainValues, recomputed } from "@/lib/network/chain";
import { parseChain } from "@/lib/network/chain/schema";
import { fromNested, toNested } from "@/lib/tensor";

const tensorSchema = z.object({ shape: z.array(z.number()), data: z.array(z.number()) });
const caseSchema = z.object({
  id: z.string(),
  layers: z.unknown(),
  inputs: z.unknown(),
  loss: z.unknown(),
  backward: z.number(),
  values: z.record(z.string(), tensorSchema),
  grads: z.record(z.string(), tensorSchema),
});
const file = new URL("../../../fixtures/chain-cases.json", import.meta.url);
const cases = z.array(caseSchema).parse(JSON.parse(readFileSync(file, "utf8")));

function chainOf({ layers, inputs, loss, backward }: (typeof cases)[number]) {
  return parseChain({ op: "network", layers, inputs, loss, backward });
}

describe("every value and every gradient of a chain is PyTorch's", () => {
  it.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const found = chainValues(chainOf(one));
    const wanted = { ...one.values, ...one.grads };
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(Object.keys(wanted)));
    for (const value of found) {
      const { shape, data } = wanted[value.key] ?? { shape: [], data: [] };
      expect(value.tensor.shape).toEqual(shape);
      data.forEach((number, at) => expect(value.tensor.data[at]).toBeCloseTo(number, 10));
    }
  });
});

const SMALL = {
  op: "network",
  layers: [
    { name: "Conv2d", out: 1, kernel: 2 },
    { name: "ReLU" },
    { name: "Flatten" },
    { name: "Linear", out: 1 },
  ],
  inputs: {
    x: [
      [1, 2, 0],
      [0, 1, 3],
      [2, 0, 1],
    ],
    "conv1.w": [
      [1, -1],
      [0, 1],
    ],
    "linear1.w": [[1, 2, 3, 4]],
  },
  loss: { name: "mse_loss", target: [10] },
};

describe("a chain worked by hand, in the rank in which it is given", () => {
  const values = Object.fromEntries(
    chainValues(parseChain(SMALL)).map(({ key, tensor }) => [key, toNested(tensor)]),
  );
  // conv: 1−2+1, 2−0+3, 0−1+0, 1−3+1; ReLU cuts −1 and −1; 0·1 + 5·2 = 10, so the loss is 0.
  it.each([
    [
      "conv1.y",
      [
        [0, 5],
        [-1, -1],
      ],
    ],
    [
      "relu1.y",
      [
        [0, 5],
        [0, 0],
      ],
    ],
    ["flatten1.y", [0, 5, 0, 0]],
    ["linear1.y", [10]],
    ["loss", 0],
  ])("%s", (key, wanted) => expect(values[key]).toEqual(wanted));

  it("∂L/∂y = 2(y − t) goes back in the order of working", () => {
    const chain = chainValues(parseChain({ ...SMALL, loss: { name: "mse_loss", target: [9] } }));
    const backward = chain.filter(({ direction }) => direction === "backward");
    expect(backward.map(({ key, tensor }) => [key, toNested(tensor)])).toEqual([
      ["grads.linear1.y", [2]],
      ["grads.linear1.w", [[0, 10, 0, 0]]],
      ["grads.flatten1.y", [2, 4, 6, 8]],
      [
        "grads.relu1.y",
        [
          [2, 4],
          [6, 8],
        ],
      ],
      [
        "grads.conv1.y",
        [
          [0, 4],
          [0, 0],
        ],
      ],
      // 4 times the window [[2, 0], [1, 3]].
      [
        "grads.conv1.w",
        [
          [8, 0],
          [4, 12],
        ],
      ],
      [
        "grads.x",
        [
          [0, 4, -4],
          [0, 0, 4],
          [0, 0, 0],
        ],
      ],
    ]);
  });
});

it("a value is worked out again from what a reader got before it", () => {
  const relu = chainValues(parseChain(SMALL)).find(({ key }) => key === "relu1.y");
  const mine = fromNested([
    [-1, 4],
    [2, -3],
  ]);
  expect(relu && toNested(recomputed(relu, { x: mine }))).toEqual([
    [0, 4],
    [2, 0],
  ]);
});

describe("values that are left out", () => {
  const open = { ...SMALL, inputs: { x: { shape: [3, 3] } } };

  it("are drawn from a seed: whole numbers from −3 to 3, the same each time", () => {
    const draw = (seed: number) =>
      chainValues(parseChain({ ...open, seed })).map(({ tensor }) => [...tensor.data]);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const conv = chainValues(parseChain({ ...open, seed: 7 }))[0]?.question;
    const drawn = [...(conv?.inputs.x?.data ?? []), ...(conv?.inputs.w?.data ?? [])];
    expect(drawn).toHaveLength(13);
    expect(drawn.every((one) => Number.isInteger(one) && Math.abs(one) <= 3)).toBe(true);
  });

  it.each([
    [
      "too many to draw",
      { ...open, inputs: { x: { shape: [2000, 2000] } }, seed: 1 },
      /4000000 values/,
    ],
    ["without a seed", open, /inputs\.x has no values; give them, or a seed/],
    ["a weight", { ...SMALL, inputs: { x: SMALL.inputs.x } }, /conv1\.w has no values/],
    [
      "branches",
      {
        ...SMALL,
        layers: [{ name: "ReLU" }, { name: "Add", from: ["input", "relu1"] }],
        inputs: { x: SMALL.inputs.x },
      },
      /plain chains/,
    ],
    [
      "a target of another shape",
      { ...SMALL, loss: { name: "mse_loss", target: [1, 2] } },
      /target has the shape \[2\]/,
    ],
    ["an unknown loss", { ...SMALL, loss: { name: "hinge", target: [1] } }, /hinge/],
    ["no backward", { ...SMALL, backward: 0 }, /backward is 0/],
  ])("are refused: %s", (_, json, says) =>
    expect(() => chainValues(parseChain(json))).toThrow(says),
  );
});
