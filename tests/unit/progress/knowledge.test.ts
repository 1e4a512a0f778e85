import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASTERED, PARAMETERS, masteries, standing, topicMastery, trace } from "@/lib/progress";
import { SKILLS, attempt, wrong } from "./attempts";

const unaided = { right: true, help: 0 };
const probability = fc.double({ min: 0, max: 0.99, noNaN: true });

describe("knowledge tracing", () => {
  // By hand from the formula: known 0.1, learned 0.1, slip 0.1, guess 0.2.
  it.each([
    ["a first right answer", 0.1, unaided, 1 / 3 + (2 / 3) * 0.1],
    ["a second one", 0.4, unaided, 0.75 + 0.25 * 0.1],
    ["a wrong answer", 0.4, { right: false, help: 0 }, 0.04 / 0.52 + (0.48 / 0.52) * 0.1],
    ["the whole working in view", 0.4, { right: true, help: 1 }, 0.4 + 0.6 * 0.1],
    ["a wrong answer with the whole working", 0.4, { right: false, help: 1 }, 0.4 + 0.6 * 0.1],
  ])("%s moves P(L) by Bayes’ rule, then by what was learned", (_, known, evidence, expected) => {
    expect(trace(known, evidence)).toBeCloseTo(expected, 12);
  });

  it("a right answer raises P(L), more than a wrong one does", () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0, max: 0.99, noNaN: true }), (known, help) => {
        const right = trace(known, { right: true, help });
        expect(right).toBeGreaterThanOrEqual(known);
        expect(right).toBeGreaterThanOrEqual(trace(known, { right: false, help }));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("the more help, the less a right answer counts", () => {
    fc.assert(
      fc.property(probability, (known) => {
        const gains = [0, 1 / 3, 2 / 3, 1].map((help) => trace(known, { right: true, help }));
        expect(gains).toEqual(gains.toSorted((one, other) => other - one));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("P(L) stays a probability, and a long run of right answers can still be shaken", () => {
    const sure = Array.from({ length: 100 }).reduce<number>((known) => trace(known, unaided), 0.1);
    expect(sure).toBeLessThan(1);
    const once = trace(sure, { right: false, help: 0 });
    expect(trace(once, { right: false, help: 0 })).toBeLessThan(0.7);
  });

  it("four right answers in a row are mastery, three are not", () => {
    expect(after(3)).toBeLessThan(MASTERED);
    expect(after(4)).toBeGreaterThanOrEqual(MASTERED);
  });
});

function after(answers: number): number {
  return Array.from({ length: answers }).reduce<number>(
    (known) => trace(known, unaided),
    PARAMETERS.known,
  );
}

describe("the mastery of skills", () => {
  it("a skill is touched by its own exercises alone", () => {
    const known = masteries([attempt({ exercise: "channels" })]);
    expect([...known.keys()]).toEqual(["channels"]);
  });

  it("a second try at the same problem counts as help: less than one at another problem", () => {
    const miss = wrong([], { seed: "7" });
    const [again, other] = ["7", "8"].map(
      (seed) => masteries([miss, attempt({ seed })]).get("conv-forward")?.known ?? 0,
    );
    expect(again).toBeLessThan(other ?? 0);
  });

  it("an answer on a low rung of the ladder counts less, on the last as much as any", () => {
    const [all, two, one] = [4, 3, 2].map(
      (rung) => masteries([attempt({ rung })]).get("conv-forward")?.known ?? 0,
    );
    expect(all).toBeCloseTo(0.4, 12);
    expect(two).toBeLessThan(all ?? 0);
    expect(one).toBeLessThan(two ?? 0);
  });

  it("the same numbers backward show the skill that was asked, as a problem of their own", () => {
    const forward = attempt({ seed: "7" });
    const backward = attempt({ seed: "7", ask: "grads.w", skill: "conv-weight-gradient" });
    const known = masteries([forward, backward]);
    expect(known.get("conv-forward")?.attempts).toBe(1);
    expect(known.get("conv-weight-gradient")?.known).toBeCloseTo(0.4, 12);
  });

  it("does not depend on the order in which the attempts are listed", () => {
    const list = [attempt(), wrong(["KERNEL_FLIPPED"]), attempt({ hints: 2 }), attempt()];
    expect(masteries(list.toReversed())).toEqual(masteries(list));
  });

  it.each([
    ["unaided", { level: 3 }, 3],
    ["with a hint", { level: 3, hints: 1 }, 0],
    ["wrong", { level: 3, verdict: "incorrect" }, 0],
  ] as const)("a problem of level 3 %s makes level %s the highest solved", (_, change, solved) => {
    expect(masteries([attempt(change)]).get("conv-forward")?.solved).toBe(solved);
  });

  it("a topic is the mean over its skills, an untried one counting 0", () => {
    const known = masteries([attempt()]);
    expect(topicMastery("convolution", SKILLS, known)).toBeCloseTo(0.4 / 2, 12);
    expect(topicMastery("pooling", SKILLS, known)).toBe(0);
  });

  it.each([
    ["untried", []],
    ["begun", [attempt()]],
    ["growing", [attempt(), attempt()]],
    ["mastered", [attempt(), attempt(), attempt(), attempt()]],
  ] as const)("is called %s", (word, attempts) => {
    expect(standing(masteries(attempts).get("conv-forward"))).toBe(word);
  });
});
