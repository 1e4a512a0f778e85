import { describe, expect, it } from "vitest";
import { PYTORCH } from "@/app/practice/conventions";
import { hintFor } from "@/app/practice/scene/hints";
import { ruleWords } from "@/app/practice/scene/rule-words";
import { EXERCISES } from "@/lib/exercises";

const addressOf = (type: string) => ({ type, seed: "7", level: 2, conventions: PYTORCH });

describe("the first hint", () => {
  it.each(EXERCISES.map(({ id, rule }) => [id, rule] as const))(
    "of %s is the rule that the type tests, in words",
    (type, rule) => {
      const words = ruleWords({ rule });
      expect(words).not.toBe("");
      expect(hintFor(addressOf(type), 1, 0)).toMatchObject({ stage: 1, words });
    },
  );

  it("of the same numbers backward is the rule of the gradient", () => {
    const address = { ...addressOf("conv-forward"), ask: "grads.w" };
    expect(hintFor(address, 1, 0)).toMatchObject({
      words: ruleWords({ rule: "kernel-gradient-rule" }),
    });
  });

  it("never gives the words of a layer to its gradient", () => {
    expect(ruleWords({ rule: "unpool-gradient-cell" })).not.toBe(
      ruleWords({ rule: "unpool-cell" }),
    );
    expect(ruleWords({ rule: "softmax-gradient-rule" })).toBe("");
  });
});

describe("the second hint", () => {
  it("of a softmax spells out its powers: nothing before it says what E and s are", () => {
    const hint = hintFor(addressOf("softmax-forward"), 2, 0);
    const spoken = hint.stage === 2 ? hint.spoken : "";
    expect(spoken).toContain("over open e to the");
    expect(spoken).not.toMatch(/\b[Es]\b/);
  });
});
