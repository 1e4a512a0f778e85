import { describe, expect, it } from "vitest";
import { labNamed } from "@/lib/lab";

const results = (layers: number, channels: number, size: number) =>
  labNamed("stacked-kernels")?.work({ layers, channels, size }).results ?? {};

describe("stacked-kernels", () => {
  it("has the VGG paper’s 27C² against 49C², 81 % more", () => {
    expect(results(3, 64, 56)).toMatchObject({
      field: 7,
      stackWeights: 27 * 64 * 64,
      singleWeights: 49 * 64 * 64,
      percentMore: 81,
    });
  });

  it("has 18C² against 25C² for two layers, each weight used once a place", () => {
    expect(results(2, 8, 10)).toMatchObject({
      field: 5,
      stackWeights: 1152,
      singleWeights: 1600,
      stackMacs: 115200,
      singleMacs: 160000,
    });
  });

  it("finds one layer to be itself", () => {
    const { stackWeights, singleWeights, stackMacs, singleMacs, field } = results(1, 5, 4);
    expect([field, stackWeights, stackMacs]).toEqual([3, singleWeights, singleMacs]);
  });
});
