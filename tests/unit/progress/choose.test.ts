import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attempt,
  type Session,
  WEIGHTS,
  advance,
  beginSession,
  chooseSkill,
  levelFor,
  masteries,
  outcomes,
  summarise,
  weights,
} from "@/lib/progress";
import { SKILLS, attempt, wrong } from "./attempts";

const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const START = { id: "session", startedAt: 0, size: 5 };

function weightOf(id: string, attempts: readonly Attempt[]): number {
  return weights(SKILLS, masteries(attempts), attempts).get(id) ?? Number.NaN;
}

describe("what comes next", () => {
  it("each untried type weighs half of the untried one before it in its topic", () => {
    expect(weightOf("channels", [])).toBeCloseTo(weightOf("conv-forward", []) / 2);
    expect(weightOf("channels", [attempt()])).toBeGreaterThan(weightOf("channels", []));
  });

  it("every topic has its share of a newcomer's session, the first ones the largest", () => {
    const firsts = ["output-size", "conv-forward", "max-pool"].map((id) => weightOf(id, []));
    expect(firsts).toEqual(firsts.toSorted((one, other) => other - one));
    expect(firsts.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(WEIGHTS.untried);
    expect(Math.min(...firsts)).toBeGreaterThan(WEIGHTS.untried / 6);
  });

  it("a mastered type weighs less than one that was got wrong", () => {
    const attempts = [
      ...Array.from({ length: 6 }, () => attempt()),
      wrong([], { exercise: "channels" }),
    ];
    expect(weightOf("conv-forward", attempts)).toBeLessThan(weightOf("channels", attempts));
  });

  it("a mistake raises every type that tells it apart, and no other", () => {
    const [plain, told] = [[], ["STRIDE_IGNORED"]].map((mistakes) => [wrong(mistakes)]);
    const raised = SKILLS.filter(({ id }) => weightOf(id, told ?? []) > weightOf(id, plain ?? []));
    expect(raised.map(({ id }) => id)).toEqual(["output-size", "conv-forward"]);
  });

  it("a type comes as often as its weight says", () => {
    const weight = new Map([
      ["output-size", 3],
      ["channels", 1],
    ]);
    const drawn = Array.from({ length: 100 }, (_, i) =>
      chooseSkill(SKILLS, weight, undefined, i / 100),
    );
    expect(drawn.filter(({ id }) => id === "output-size")).toHaveLength(75);
    expect(drawn.filter(({ id }) => id === "channels")).toHaveLength(25);
  });

  it("is never the type that has just been, unless there is no other", () => {
    const all = weights(SKILLS, new Map(), []);
    fc.assert(
      fc.property(fc.constantFrom(...SKILLS), draw, ({ id }, at) => {
        expect(chooseSkill(SKILLS, all, id, at).id).not.toBe(id);
        expect(chooseSkill(SKILLS.slice(0, 1), all, "output-size", at).id).toBe("output-size");
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("needs something to choose from", () => {
    expect(() => chooseSkill([], new Map(), undefined, 0)).toThrow(/0 types/);
  });
});

describe("the level", () => {
  it.each([
    [0.1, 0, 1],
    [0.5, 1, 2],
    [0.5, 5, 3],
    [0.97, 1, 2],
    [0.99, 4, 5],
    [0.99, 5, 5],
  ])("at mastery %d with level %d solved is %d", (known, solved, level) => {
    expect(levelFor({ known, solved, attempts: 3, last: 0 })).toBe(level);
  });

  it("is 1 for a new type", () => expect(levelFor(undefined)).toBe(1));
});

describe("a session", () => {
  it("has its size in problems, never two of one type in a row, and then an end", () => {
    fc.assert(
      fc.property(fc.array(draw, { minLength: 6, maxLength: 6 }), ([first = 0, ...rest]) => {
        const begun = beginSession(START, SKILLS, [], first);
        const ended = rest.reduce((session, at) => advance(session, SKILLS, [], at), begun);
        const types = ended.problems.map(({ exercise }) => exercise);
        expect(types).toHaveLength(START.size);
        expect(types.slice(1).some((type, index) => type === types[index])).toBe(false);
        expect(ended.done).toBe(true);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("does not begin with the type that was practised last", () => {
    const begun = beginSession(START, SKILLS, [attempt({ exercise: "output-size" })], 0);
    expect(begun.problems[0]?.exercise).not.toBe("output-size");
  });

  it("gives every problem a seed of its own", () => {
    const ended = [0, 0, 0, 0].reduce(
      (session, at) => advance(session, SKILLS, [], at),
      beginSession(START, SKILLS, [], 0),
    );
    expect(new Set(ended.problems.map(({ seed }) => seed)).size).toBe(START.size);
  });

  const session: Session = {
    ...START,
    startedAt: 1_000_000,
    done: true,
    problems: ["a", "b", "c", "d"].map((seed) => ({
      exercise: seed === "d" ? "channels" : "conv-forward",
      version: 1,
      seed,
      level: 1,
    })),
  };
  const inside = [
    attempt({ seed: "a", at: 1_000_001 }),
    wrong(["KERNEL_FLIPPED"], { seed: "b", at: 1_000_002 }),
    attempt({ seed: "b", at: 1_000_003 }),
    wrong(["KERNEL_FLIPPED", "STRIDE_IGNORED"], { seed: "c", at: 1_000_004 }),
  ];

  it("tells how each problem went", () => {
    expect(outcomes(session, inside)).toEqual(["first-try", "solved", "wrong", "untried"]);
  });

  it("does not count a hinted answer as a first try", () => {
    const hinted = [attempt({ seed: "a", hints: 1, at: 1_000_001 })];
    expect(outcomes(session, hinted)[0]).toBe("solved");
  });

  it("says at its end what was solved, what grew from what, and which mistakes were made", () => {
    const earlier = attempt({ at: 1 });
    const { solved, firstTry, gains, mistakes } = summarise(session, [earlier, ...inside]);
    expect([solved, firstTry]).toEqual([2, 1]);
    expect(gains.map(({ exercise, before }) => [exercise, before])).toEqual([
      ["conv-forward", 0.4],
    ]);
    expect(mistakes.map(({ mistake, times }) => [mistake, times])).toEqual([
      ["KERNEL_FLIPPED", 2],
      ["STRIDE_IGNORED", 1],
    ]);
  });
});
