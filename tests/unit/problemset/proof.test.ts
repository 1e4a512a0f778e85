import { EXERCISES, LEVELS, type Variant, isTensor, variantOf } from "@/lib/exercises";
import { proofOfKey } from "@/lib/problemset/checks";
import { describe, expect, it } from "vitest";

describe("every type's keys are worked out by two algorithms, which agree", () => {
  it.each(EXERCISES.map(({ id }) => id))("%s", (id) => {
    for (const level of LEVELS) {
      const variant = variantOf({ id, level, seed: `proof ${level}` });
      expect(proofOfKey(variant), `level ${level}`).toMatchObject({ kind: "agrees" });
    }
  });

  it.each(["output-size", "pool-size", "find-kernel", "same-size", "macs", "flatten-size"])(
    "%s under other conventions",
    (id) => {
      const conventions = { rounding: "ceil", layout: "nhwc", macs: "with_bias" } as const;
      const variant = variantOf({ id, level: 3, seed: "proof", conventions });
      expect(proofOfKey(variant)).toMatchObject({ kind: "agrees" });
    },
  );
});

describe("a key with one number wrong is found out", () => {
  it.each(EXERCISES.map(({ id }) => id))("%s", (id) => {
    const variant = variantOf({ id, level: 2, seed: "wrong" });
    expect(proofOfKey({ ...variant, key: wrong(variant.key) })).toMatchObject({ kind: "differs" });
  });
});

/** The last number, or every size, is far more than it should be: next to a size that fits, others often fit too. */
function wrong(key: Variant["key"]): Variant["key"] {
  if (typeof key === "number") return key + 1000;
  if (isTensor(key)) return { ...key, data: Float64Array.from(key.data).fill(17.5, -1) };
  if ("mistake" in key) return { ...key, at: key.at.map((place) => place + 1) };
  return key.map((size) => size + 1000);
}
