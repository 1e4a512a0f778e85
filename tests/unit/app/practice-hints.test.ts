import { describe, expect, it } from "vitest";
import { PYTORCH } from "@/app/practice/conventions";
import { hintFor } from "@/app/practice/scene/hints";
import { ruleWords } from "@/app/practice/scene/rule-words";
import { EXERCISES, type Level, stepsTo, variantOf } from "@/lib/exercises";
import { toSpeech } from "@/lib/tex";

const rulesOf = (id: string, level: Level) =>
  stepsTo(variantOf({ id, seed: "7", level })).map(({ rule }) => rule);

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

describe("a chain of two layers", () => {
  it("calls what lies between them Z, works it out first, and tests its sign, not that of X", () => {
    const address = addressOf("chain-gradient");
    const steps = stepsTo(variantOf({ id: address.type, seed: address.seed, level: 2 }));
    const spoken = steps.map(({ line }) => toSpeech(line));
    expect(spoken[0]).toMatch(/^Z at i, j equals the sum/);
    const rule = spoken.find((line) => line.includes("elsewhere")) ?? "";
    expect(rule).toBe(
      "partial L by Z at i equals G at i where Z at i is more than 0 and 0 elsewhere",
    );
    expect(hintFor(address, 1, 0)).toMatchObject({ spoken: rule });
    const kernel = spoken.filter((line) => line.startsWith("partial L by K"));
    expect(kernel.join()).not.toMatch(/ G at | Y at /);
    expect(hintFor(address, 2, 0)).toMatchObject({ cells: [] });
  });
});

describe("a working leaves nothing to be taken for granted", () => {
  it.each(["macs", "flops", "activation-memory"])("%s: the sizes of the output first", (id) => {
    expect(rulesOf(id, 3).slice(0, 2)).toEqual(["size-rule", "output-size"]);
  });
  it.each(["network-parameters", "conv-against-linear"])("%s: the features after Flatten", (id) => {
    const rules = rulesOf(id, 3);
    expect(rules).toContain("network-flatten");
    expect(rules.indexOf("network-flatten")).toBeLessThan(rules.indexOf("parameters-unit"));
  });
  it.each(["find-padding", "find-kernel", "find-stride", "input-sizes", "same-padding", "tf-same"])(
    "%s: how the number is found, and only in the last line which it is",
    (id) => {
      const steps = stepsTo(variantOf({ id, seed: "7", level: 2 }));
      const last = steps.at(-1);
      expect(last?.rule).toBe("size-found");
      expect(steps.at(-2)?.rule).toMatch(/^size-range$|^size-bounds$|^same-padding-total$/);
      const before = steps.slice(0, -1).map(({ value }) => JSON.stringify(value));
      expect(before).not.toContain(JSON.stringify(last?.value));
    },
  );
});

it("shortens no range to its ends, which would say nothing of what lies between", () => {
  const hint = hintFor({ ...addressOf("find-padding"), level: 3 }, 3, 0);
  const shorts = hint.stage === 3 ? hint.steps.map(({ short }) => short ?? "") : [];
  const bounds = shorts.filter((short) => short.includes("leq") || short.includes("≤"));
  expect(bounds.every((short) => short.includes("P"))).toBe(true);
  expect(bounds.length).toBeGreaterThan(0);
});

describe("the second hint", () => {
  it("of a softmax spells out its powers: nothing before it says what E and s are", () => {
    const hint = hintFor(addressOf("softmax-forward"), 2, 0);
    const spoken = hint.stage === 2 ? hint.spoken : "";
    expect(spoken).toContain("over open e to the");
    expect(spoken).not.toMatch(/\b[Es]\b/);
  });
});
