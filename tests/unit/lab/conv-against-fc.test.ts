import { expect, it } from "vitest";
import { figuresOf, workOf } from "./read";

it("counts by hand: 64 images of 32×32×3, sixteen 3×3 filters, 128 units", () => {
  const { results } = workOf("conv-against-fc");
  expect(results).toEqual({
    batch: 64,
    units: 128,
    convOutputs: 64 * 32 * 32 * 16,
    convParameters: (3 * 3 * 3 + 1) * 16,
    usualOutputs: 64 * 128,
    usualParameters: (32 * 32 * 3 + 1) * 128,
    twinOutputs: 64 * 32 * 32 * 16,
    twinParameters: (32 * 32 * 3 + 1) * (32 * 32 * 16),
  });
});

it("adds up four bytes a value", () => {
  const [table] = figuresOf(workOf("conv-against-fc", { batch: 1 }), "table");
  expect(table?.rows[0]).toEqual(["convolution", 65536, 1792, 67328]);
});

it("finds no difference for one pixel and a kernel of one: the convolution is fully connected", () => {
  const { results } = workOf("conv-against-fc", { size: 1, kernel: 1, channels: 5, filters: 7 });
  expect(results).toMatchObject({ convParameters: 42, twinParameters: 42 });
});

it("lets the convolution be the larger where it stands between many channels", () => {
  const { results } = workOf("conv-against-fc", { size: 2, channels: 64, filters: 64, units: 10 });
  expect(results).toMatchObject({ convParameters: 36_928, usualParameters: 2570 });
});

it("counts the largest layers that its fields allow", () => {
  const largest = { batch: 512, size: 256, channels: 64, filters: 64, kernel: 11, units: 4096 };
  const { results } = workOf("conv-against-fc", largest);
  expect(results["twinParameters"]).toBe((256 * 256 * 64 + 1) * (256 * 256 * 64));
});
