import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LogEntry,
  RATINGS,
  lastToUndo,
  mergeById,
  standingReviews,
  undoLast,
} from "@/lib/progress";
import {
  answeredOf,
  chanceOf,
  delays,
  dueOf,
  ratingFor,
  retrievability,
  reviewed,
  shuffled,
  statesOf,
} from "@/lib/progress/cards";
import { attempt, wrong } from "./attempts";
import { MONDAY, later, review } from "./reviews";

const DAY = 864e5;

const entries = fc
  .array(
    fc.record({
      card: fc.integer({ min: 1, max: 4 }),
      rating: fc.constantFrom(...RATINGS),
      at: fc.integer({ min: MONDAY, max: MONDAY + 30 * DAY }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((made) =>
    made.map(({ card, rating, at }, index) => ({ ...review(card, rating, at), id: `e${index}` })),
  );

/** Some entries in another order, and cut into two files that overlap. */
const files = fc
  .tuple(entries, fc.nat(24), fc.nat(24), fc.string())
  .map(([log, one, other, seed]) => {
    const mixed = shuffled(log.length, seed).flatMap((index) => log[index] ?? []);
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return { log, ours: mixed.slice(0, to), theirs: mixed.slice(from) };
  });

describe("the log", () => {
  it("gives the same states in whichever order its files are merged", () => {
    fc.assert(
      fc.property(files, ({ log, ours, theirs }) => {
        const whole = statesOf(log);
        expect(statesOf(mergeById(ours, theirs))).toEqual(whole);
        expect(statesOf(mergeById(theirs, ours))).toEqual(whole);
        expect(mergeById(mergeById(ours, theirs), theirs)).toEqual(mergeById(theirs, ours));
      }),
      { numRuns: 60 },
    );
  });

  it("is as before a review once that is undone, and stays so when an older file comes in", () => {
    fc.assert(
      fc.property(entries, (log) => {
        const before = statesOf(log);
        const one: LogEntry[] = [...log, review(2, "again", MONDAY + 31 * DAY, { id: "last" })];
        const undo = undoLast(one, { id: "undo", at: MONDAY + 31 * DAY + 1 });
        const undone = undo ? [...one, undo] : one;
        expect(statesOf(undone)).toEqual(before);
        expect(statesOf(mergeById(one, undone))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("takes back one review after another, the last first", () => {
    const [a, b] = [review(1, "good", 1), review(2, "good", 2)];
    const first = { id: "u1", at: 3, undoes: b.id };
    expect(undoLast([a, b], { id: "u1", at: 3 })).toEqual(first);
    expect(undoLast([a, b, first], { id: "u2", at: 4 })).toEqual({ id: "u2", at: 4, undoes: a.id });
    expect(standingReviews([b, a])).toEqual([a, b]);
    expect(undoLast([], { id: "u", at: 0 })).toBeUndefined();
  });

  it("takes back what was rated today, and nothing of a day before or of a quiz", () => {
    const evening = new Date(2026, 10, 23, 23, 50).getTime();
    const midnight = new Date(2026, 10, 24).getTime();
    const [rated, quizzed] = [
      review(1, "good", evening),
      { ...review(2, "again", evening + 1), quiz: "mock" },
    ];
    expect(lastToUndo([rated, quizzed], midnight - 1)).toBe(rated);
    expect(lastToUndo([rated, quizzed], midnight)).toBeUndefined();
    expect(undoLast([rated, quizzed], { id: "u", at: midnight })).toBeUndefined();
    const next = review(3, "hard", midnight + 1);
    const undo = { id: "u", at: midnight + 2, undoes: next.id };
    expect(undoLast([rated, next], { id: "u", at: midnight + 2 })).toEqual(undo);
    expect(lastToUndo([rated, next, undo], midnight + 3)).toBeUndefined();
  });
});

describe("an exam", () => {
  it("never has a review put off until after it, while it lies ahead", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 400 }), (log, hours) => {
        const now = Math.max(...log.map(({ at }) => at));
        const exam = { at: now + hours * 36e5, daysOff: [] };
        for (const state of statesOf(log).values()) {
          expect(dueOf(state, exam)).toBeLessThanOrEqual(exam.at);
          const next = delays(state.card, state, now, exam);
          for (const rating of RATINGS) expect(now + next[rating]).toBeLessThanOrEqual(exam.at);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("that has been held puts nothing forward", () => {
    const state = reviewed(undefined, { card: 1, at: MONDAY, rating: "easy" });
    expect(dueOf(state, { at: MONDAY - 1, daysOff: [] })).toBe(state.due);
  });
});

describe("FSRS", () => {
  it("asks a new card again after 1, 6 and 10 minutes, or 8 days", () => {
    const next = delays(1, undefined, MONDAY, undefined);
    expect([next.again, next.hard, next.good].map((delay) => delay / 60_000)).toEqual([1, 6, 10]);
    expect(next.easy / DAY).toBe(8);
  });

  it("gives the later day to the better rating", () => {
    const state = statesOf([review(1, "good", MONDAY), review(1, "good", later(1))]).get(1);
    const { again, hard, good, easy } = delays(1, state, later(4), undefined);
    expect([again, hard, good, easy].toSorted((one, other) => one - other)).toEqual([
      again,
      hard,
      good,
      easy,
    ]);
  });

  it("has 90 % left after as many days as the card is stable, and less from day to day", () => {
    const state = reviewed(undefined, { card: 1, at: MONDAY, rating: "easy" });
    expect(retrievability(state, MONDAY)).toBeCloseTo(1, 6);
    expect(retrievability(state, MONDAY + state.stability * DAY)).toBeCloseTo(0.9, 6);
    expect(retrievability(state, MONDAY + 60 * DAY)).toBeLessThan(0.8);
    expect(retrievability(undefined, MONDAY)).toBe(0);
  });

  it("counts a review that a wrong clock dated before the last one as of the same moment", () => {
    const state = reviewed(undefined, { card: 1, at: MONDAY, rating: "good" });
    expect(reviewed(state, { card: 1, at: MONDAY - DAY, rating: "good" }).last).toBe(MONDAY);
  });
});

describe("the rating that an answer earns", () => {
  it.each([
    ["wrong", { right: false, way: "computed", help: 0, seconds: 20 }, "again"],
    ["the whole working in view", { right: true, way: "computed", help: 1, seconds: 20 }, "again"],
    ["a hint", { right: true, way: "computed", help: 1 / 3, seconds: 60 }, "hard"],
    ["unaided", { right: true, way: "computed", help: 0, seconds: 60 }, "good"],
    ["unaided but slow", { right: true, way: "computed", help: 0, seconds: 301 }, "hard"],
    ["unaided and quick", { right: true, way: "computed", help: 0, seconds: 30 }, "easy"],
    [
      "a quick choice, which may be a guess",
      { right: true, way: "choice", help: 0, seconds: 3 },
      "good",
    ],
    ["a slow choice", { right: true, way: "choice", help: 0, seconds: 90 }, "hard"],
  ] as const)("is for %s %o: %s", (_, answered, rating) => {
    expect(ratingFor(answered)).toBe(rating);
  });

  it("comes from the attempts at its problem, hints and wrong tries counted as help", () => {
    const problem = { exercise: "conv-forward", version: 1, level: 2, seed: "7" };
    expect(answeredOf([attempt()], problem)).toBeUndefined();
    expect(answeredOf([wrong([], problem)], problem)?.right).toBe(false);
    const tries = [wrong([], problem), attempt({ ...problem, hints: 1 }), wrong([], problem)];
    expect(answeredOf(tries, problem)).toEqual({ right: true, help: 2 / 3 });
  });
});

describe("chance from a seed", () => {
  it("is even, and the same each time", () => {
    const drawn = Array.from({ length: 4000 }, (_, index) => chanceOf(`seed/${index}`));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = drawn.filter((one) => Math.floor(one * 10) === tenth).length / drawn.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.12);
    }
    expect(chanceOf("a")).toBe(chanceOf("a"));
  });

  it("puts the answer in each place about equally often", () => {
    const places = Array.from({ length: 2000 }, (_, index) => shuffled(4, `q.${index}`).indexOf(0));
    for (const place of [0, 1, 2, 3]) {
      expect(places.filter((one) => one === place).length / places.length).toBeGreaterThan(0.21);
    }
  });
});
