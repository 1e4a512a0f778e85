import { describe, expect, it } from "vitest";
import { run, solutionIn } from "./command";

/** Card 82: 32×32×3 input, ten 5×5 filters, padding 2, stride 1. */
const CARD_82 = {
  op: "conv2d",
  params: { stride: 1, padding: 2, dilation: 1, groups: 1 },
  inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
};

describe("card 82 on the command line", () => {
  it("prints the figures of the contract", async () => {
    const { code, stdout, stderr } = await run(["solve"], JSON.stringify(CARD_82));
    expect(code).toBe(0);
    expect(stderr.replace(/^kernelwise: building .*\n/, "")).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      shapes: {
        y: [10, 32, 32],
        x: [3, 32, 32],
        w: [10, 3, 5, 5],
        b: [10],
        "grads.x": [3, 32, 32],
        "grads.w": [10, 3, 5, 5],
        "grads.b": [10],
      },
      params: 760,
      macs: 768_000,
      flops: 1_536_000,
      memory: {
        x: { values: 3072, bytes: 12_288 },
        w: { values: 750, bytes: 3000 },
        b: { values: 10, bytes: 40 },
        y: { values: 10_240, bytes: 40_960 },
      },
    });
  });

  it("has values besides, once the tensors have theirs", async () => {
    const { x, w, b } = CARD_82.inputs;
    const inputs = { x: ones(x.shape), w: ones(w.shape), b: ones(b.shape) };
    const { stdout } = await run(["solve"], JSON.stringify({ ...CARD_82, inputs }));
    const { y, grads, params } = solutionIn(stdout);
    // In the middle all 75 taps fall on ones; in the corner 3·3·3 do; the bias adds 1.
    expect(y?.shape).toEqual([10, 32, 32]);
    expect(y?.data[16 * 32 + 16]).toBe(76);
    expect(y?.data[0]).toBe(28);
    expect(grads?.b?.data).toEqual(Array.from({ length: 10 }, () => 1024));
    expect(params).toBe(760);
  });
});

function ones(shape: readonly number[]) {
  const values = shape.reduce((all, size) => all * size, 1);
  return { shape, data: Array.from({ length: values }, () => 1) };
}
