import { describe, expect, it } from "vitest";
import { PATIENCE, run } from "./command";

// Worked by hand: the convolution gives [[0, 5], [−1, −1]], then y = 10 and ∂L/∂y = 2·(10 − 9).
const CHAIN = {
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
  loss: { name: "mse_loss", target: [9] },
};

describe("a chain with a loss, as the page saves it", { timeout: PATIENCE }, () => {
  it("is solved: outputs, the loss, and every gradient", async () => {
    const { code, stdout } = await run(["solve", "--steps"], JSON.stringify(CHAIN));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      loss: { shape: [], data: [1] },
      values: { conv1: { shape: [2, 2], data: [0, 5, -1, -1] }, linear1: { data: [10] } },
      grads: { "linear1.y": { data: [2] }, "conv1.w": { shape: [2, 2], data: [8, 0, 4, 12] } },
      params: 8,
      steps: expect.arrayContaining([
        expect.objectContaining({ rule: "kernel-gradient-cell" }),
      ]) as unknown,
    });
  });

  it("is checked in the order of working", async () => {
    // The kernel turned by 180° gives [[2, 4], [−2, 2]].
    const answers = {
      "relu1.y": "2 4; 0 2",
      "conv1.y": "2 4\n-2 2",
      "grads.conv1.w": "16 0; 8 24",
    };
    const { code, stdout } = await run(["check"], JSON.stringify({ question: CHAIN, answers }));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "incorrect",
      first_wrong: "conv1.y",
      values: {
        "conv1.y": { verdict: "incorrect", diagnosis: [{ mistake: "KERNEL_FLIPPED" }, {}] },
        "relu1.y": { verdict: "follows", given: ["conv1.y"] },
      },
    });
  });

  it("answers one value by its ask", async () => {
    const asked = {
      question: CHAIN,
      ask: "grads.conv1.w",
      answer: [
        [16, 0],
        [8, 24],
      ],
    };
    const { code, stdout } = await run(["check"], JSON.stringify(asked));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      values: { "grads.conv1.w": { verdict: "incorrect", slip: "ACCUMULATED_TWICE" } },
    });
  });

  it("says what is wrong with it", async () => {
    const { code, stdout } = await run(
      ["solve"],
      JSON.stringify({ ...CHAIN, loss: { name: "hinge" } }),
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { message: expect.stringMatching(/loss/) as unknown },
    });
  });
});
