import { describe, expect, it } from "vitest";
import { EXERCISES, backwardAsks, backwardSkill, variantOf } from "@/lib/exercises";
import { DEFAULT_CONVENTIONS } from "@/lib/question";

const credited = (id: string, ask: string, level = 1) =>
  backwardSkill(variantOf({ id, seed: "7", level, conventions: DEFAULT_CONVENTIONS }), ask);

describe("the same numbers, backward", () => {
  it.each([
    ["conv-forward", "grads.w", "conv-weight-gradient"],
    ["conv-forward", "grads.x", "conv-input-gradient"],
    ["conv-stride-padding", "grads.w", "conv-weight-gradient-strided"],
    ["conv-stride-padding", "grads.x", "conv-input-gradient-strided"],
    ["conv-dilated", "grads.w", "dilated-gradient"],
    ["conv-grouped", "grads.x", "grouped-gradient"],
    ["conv-channels", "grads.x", "conv-channel-gradient"],
    ["conv-channels", "grads.b", "conv-bias-gradient"],
    ["max-pool-forward", "grads.x", "max-pool-backward"],
    ["softmax-forward", "grads.x", undefined],
  ])("%s asked for %s practises %s", (id, ask, skill) => expect(credited(id, ask)).toBe(skill));

  it("credits no type that does not exist, and never the forward one", () => {
    const ids = new Set(EXERCISES.map(({ id }) => id));
    for (const { id } of EXERCISES) {
      const variant = variantOf({ id, seed: "7", level: 5, conventions: DEFAULT_CONVENTIONS });
      for (const ask of backwardAsks(variant)) {
        const skill = backwardSkill(variant, ask);
        expect([id, skill === undefined || (ids.has(skill) && skill !== id)]).toEqual([id, true]);
      }
    }
  });
});
