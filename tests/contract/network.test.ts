import { describe, expect, it } from "vitest";
import * as z from "zod";
import { run } from "./command";

const withSteps = z.object({ steps: z.array(z.object({ rule: z.string(), text: z.string() })) });

const QUESTION = {
  op: "network",
  layers: [
    { name: "Conv2d", in: 3, out: 64, kernel: 3, stride: 1, padding: 1 },
    { name: "ReLU" },
    { name: "MaxPool2d", kernel: 2 },
  ],
  inputs: { x: { shape: [1, 3, 32, 32] } },
};

describe("solve answers a question about a network", () => {
  it("by a table, totals and what the last layer sees", async () => {
    const { code, stdout } = await run(["solve"], JSON.stringify(QUESTION));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      layers: [
        { id: "conv1", name: "Conv2d", shape: [1, 64, 32, 32], params: 1792, macs: 1_769_472 },
        { id: "relu1", name: "ReLU", shape: [1, 64, 32, 32], receptive_field: 3, jump: 1 },
        { id: "pool1", activation: { values: 16_384, bytes: 65_536 } },
      ],
      totals: { params: 1792, macs: 1_769_472, activation: { values: 147_456, bytes: 589_824 } },
      shapes: { y: [1, 64, 16, 16] },
      receptive_field: 4,
      jump: 2,
      offset: 0.5,
      start: -1,
    });
  });

  it("by every layer's values where the weights are given", async () => {
    const inputs = {
      x: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      "conv1.w": [
        [1, 0],
        [0, 1],
      ],
      "conv1.b": [-8],
    };
    const layers = [{ name: "Conv2d", out: 1, kernel: 2 }, { name: "ReLU" }];
    const { stdout } = await run(["solve"], JSON.stringify({ op: "network", layers, inputs }));
    expect(JSON.parse(stdout)).toMatchObject({
      values: {
        conv1: { shape: [2, 2], data: [-2, 0, 4, 6] },
        relu1: { shape: [2, 2], data: [0, 0, 4, 6] },
      },
      // Only the lower two windows pass the ReLU: [[4, 5], [7, 8]] and [[5, 6], [8, 9]].
      grads: {
        x: { data: [0, 0, 0, 1, 1, 0, 0, 1, 1] },
        "conv1.w": { data: [9, 11, 15, 17] },
        "conv1.b": { data: [2] },
      },
      params: 5,
    });
  });

  it("with --steps by its sizes and counts, then by what it sees", async () => {
    const { stdout } = await run(["solve", "--steps"], JSON.stringify(QUESTION));
    const { steps } = withSteps.parse(JSON.parse(stdout));
    expect(steps.map(({ text }) => text)).toContain("MACs = 65536·27 = 1769472");
    expect(steps.findLast(({ rule }) => rule === "receptive-field-size")?.text).toBe(
      "r = 3 + (2 - 1)·1 = 4",
    );
  });
});
