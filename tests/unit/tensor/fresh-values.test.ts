import { describe, expect, it } from "vitest";
import { freshValues } from "@/lib/tensor/fresh-values";

const LENGTHS = Array.from({ length: 1200 }, (_, index) => index % 67);

describe("an array of fresh values", () => {
  it("belongs to nobody else: what one caller writes, no other reads", () => {
    const taken = LENGTHS.map((length, index) => freshValues(length).fill(index + 1));
    for (const [index, values] of taken.entries()) {
      expect(values).toHaveLength(LENGTHS[index] ?? 0);
      expect(values.every((value) => value === index + 1)).toBe(true);
    }
  });

  it("holds zeros, also where the shared buffer is full and a new one begins", () => {
    for (const length of LENGTHS) {
      const values = freshValues(length);
      expect(values.every((value) => value === 0)).toBe(true);
      values.fill(Number.NaN);
    }
  });
});
