import { describe, expect, it } from "vitest";
import { areFinite } from "@/lib/tensor/conv/are-finite";

describe("values are finite where none is infinite or NaN", () => {
  it.each([Infinity, -Infinity, Number.NaN])("%s is seen at any place of any length", (odd) => {
    const missed: string[] = [];
    for (let length = 1; length <= 11; length++) {
      const values = Float64Array.from({ length }, (_, at) => (at - 3) * 1e300);
      if (!areFinite(values, 0, length)) missed.push(`finite, ${length} values`);
      for (let at = 0; at < length; at++) {
        if (areFinite(values.with(at, odd), 0, length)) missed.push(`at ${at} of ${length}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it("looks at the stretch that is asked for and no further", () => {
    const values = Float64Array.of(Number.NaN, 1, -0, 2, 3, 4, Infinity);
    expect(areFinite(values, 1, 6)).toBe(true);
    expect(areFinite(values, 0, 6)).toBe(false);
    expect(areFinite(values, 1, 7)).toBe(false);
    expect(areFinite(values, 3, 3)).toBe(true);
  });
});
