import { describe, expect, it } from "vitest";
import * as kernel from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import { torchCases } from "@/tests/fixtures/load";
import { expectSameTensor } from "./agreement";
import { type Ops, POINTWISE_AND_POOLING_OPS, runCase } from "./run-case";

const IMPLEMENTATIONS: readonly (readonly [string, Ops])[] = [
  ["the kernel", kernel],
  ["its twin", twin],
];

describe.each(POINTWISE_AND_POOLING_OPS)("%s agrees with PyTorch", (op) => {
  const cases = torchCases(op);

  it("on more than one case", () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  describe.each(IMPLEMENTATIONS)("in %s", (_, ops) => {
    it.each(cases.map((one) => [one.id, one] as const))("%s: y, indices, gradients", (__, one) => {
      const outcome = runCase(one, op, ops);
      expectSameTensor(outcome.y, one.y);
      if (one.indices) expect(outcome.indices?.data).toEqual(one.indices.data);
      expect(Object.keys(one.grads).length).toBeGreaterThan(0);
      for (const [name, gradient] of Object.entries(one.grads)) {
        const found = outcome.grads[name];
        expect(found, `∂L/∂${name}`).toBeDefined();
        if (found && gradient) expectSameTensor(found, gradient);
      }
    });
  });
});
