import { describe, expect, it } from "vitest";
import { areFinite } from "@/lib/tensor/conv/are-finite";

describe("values are finite where none is infinite or NaN", () => {
  it.each([Infinity, -Infinity, Number.NaN])("%s is seen at any place of any length", (odd) => {
    const missed: string[] = [];
    for (let length = 1; length <= 11; length++) {
      const values = Float64Array.from({ length }, (_, at) => (at - 3) * 1e300);
      if (!areFinite(values)) missed.push(`finite, ${length} values`);
      for (let at = 0; at < length; at++) {
        if (areFinite(values.with(at, odd))) missed.push(`at ${at} of ${length}`);
      }
    }
    expect(missed).toEqual([]);
  });
});
