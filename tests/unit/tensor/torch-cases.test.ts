import { describe, expect, it } from "vitest";
import { torchCases } from "@/tests/fixtures/load";
import { expectSameTensor } from "./agreement";
import { POINTWISE_AND_POOLING_OPS, runCase } from "./run-case";

describe.each(POINTWISE_AND_POOLING_OPS)("%s agrees with PyTorch", (op) => {
  const cases = torchCases(op);

  it("on more than one case", () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases.map((one) => [one.id, one] as const))("%s: y, indices and gradients", (_, one) => {
    const outcome = runCase(one, op);
    expectSameTensor(outcome.y, one.y);
    if (one.indices) expect(outcome.indices?.data).toEqual(one.indices.data);
    for (const [name, gradient] of Object.entries(one.grads)) {
      const found = outcome.grads[name];
      expect(found, `∂L/∂${name}`).toBeDefined();
      if (found && gradient) expectSameTensor(found, gradient);
    }
    expect(Object.keys(one.grads).length).toBeGreaterThan(0);
  });
});
