import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "@/lib/exercises";

// Worked out by another program from the published definitions of FNV-1a, murmur3's finaliser and xoroshiro128+.
const VECTORS: readonly (readonly [string, readonly number[]])[] = [
  ["7", [758, 14, 623, 561, 201, 859, 264, 978]],
  ["8", [546, 185, 393, 303, 723, 124, 767, 160]],
  ["", [416, 369, 214, 724, 301, 402, 908, 809]],
  ["a long seed: 2026-11-23", [339, 259, 681, 505, 69, 763, 671, 319]],
  ["é−∂", [139, 21, 963, 352, 373, 674, 598, 926]],
];

describe("a seed gives the same choices for ever", () => {
  it.each(VECTORS)("%j", (seed, choices) => {
    const random = new Random(seed);
    expect(Array.from({ length: choices.length }, () => random.int(0, 999))).toEqual(choices);
  });
});

describe("random choices keep to their bounds", () => {
  it("a number lies from the least to the most", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(40),
        (seed, least, more) => {
          const value = new Random(seed).int(least, least + more);
          expect(value).toBeGreaterThanOrEqual(least);
          expect(value).toBeLessThanOrEqual(least + more);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it("a signed number is never 0", () => {
    const random = new Random("signed");
    const values = Array.from({ length: 300 }, () => random.signed(2));
    expect(new Set(values)).toEqual(new Set([-2, -1, 1, 2]));
  });

  it("shuffling keeps every item", () => {
    const shuffled = new Random("shuffle").shuffle([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("nothing can be picked from nothing", () => {
    expect(() => new Random("none").pick([])).toThrow(RangeError);
  });
});
