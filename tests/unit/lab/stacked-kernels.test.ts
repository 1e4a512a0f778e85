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

  it("sees 21 cells with ten layers, and refuses a stack of one", () => {
    expect(results(10, 1, 1)).toMatchObject({ field: 21, stackWeights: 90, singleWeights: 441 });
    expect(() => results(1, 5, 4)).toThrow("a whole number from 2 to 10; it is 1");
  });
});
