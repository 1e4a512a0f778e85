import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type LogEntry, type Rating, laterSettings } from "@/lib/progress";
import {
  answerQuiz,
  drawQuiz,
  endQuiz,
  planFor,
  reportOf,
  statesOf,
  timeLeft,
  weakestFirst,
} from "@/lib/progress/cards";
import { DECK, MONDAY, later, review } from "./reviews";

const HOUR = 36e5;
const problem = { exercise: "conv-forward", version: 1, level: 2 };
const deck = Array.from({ length: 40 }, (_, index) => ({
  number: index + 1,
  topic: `topic ${index % 8}`,
  alwaysComputed: index >= 35,
  ...(index >= 30 ? { problem } : {}),
}));
const start = (id: string) => ({ id, kind: "mock", startedAt: MONDAY }) as const;

describe("a mock quiz", () => {
  it("has twenty different cards, the same for the same id", () => {
    const quiz = drawQuiz(start("a"), deck, new Map());
    expect(new Set(quiz.questions.map(({ card }) => card)).size).toBe(20);
    expect(drawQuiz(start("a"), deck, new Map())).toEqual(quiz);
    expect(drawQuiz(start("b"), deck, new Map()).questions).not.toEqual(quiz.questions);
  });

  it("asks what was never asked more often than what was just learned", () => {
    const log = deck.slice(0, 20).map(({ number }) => review(number, "easy", MONDAY - HOUR));
    const states = statesOf(log);
    const asked = Array.from({ length: 50 }, (_, index) =>
      drawQuiz(start(`q${index}`), deck, states),
    )
      .flatMap(({ questions }) => questions)
      .filter(({ card }) => card > 20);
    expect(asked.length / (50 * 20)).toBeGreaterThan(0.85);
  });

  it("has the worked problems worked out always, and others now and then", () => {
    const questions = Array.from({ length: 40 }, (_, index) =>
      drawQuiz(start(`w${index}`), deck, new Map()),
    ).flatMap((quiz) => quiz.questions);
    const waysOf = (from: number, to: number) =>
      new Set(questions.filter(({ card }) => card >= from && card <= to).map(({ way }) => way));
    expect(waysOf(36, 40)).toEqual(new Set(["computed"]));
    expect(waysOf(31, 35)).toEqual(new Set(["computed", "choice"]));
    expect(waysOf(1, 30)).toEqual(new Set(["choice"]));
  });

  it("ends with its last answer, or before", () => {
    let quiz = drawQuiz(start("a"), deck, new Map());
    for (let index = 0; index < 20; index += 1) {
      expect(quiz.done).toBe(false);
      quiz = answerQuiz(quiz, { right: index % 2 === 0, seconds: 5 });
    }
    expect(quiz.done).toBe(true);
    expect(answerQuiz(quiz, { right: true, seconds: 5 })).toBe(quiz);
    expect(endQuiz(drawQuiz(start("a"), deck, new Map())).done).toBe(true);
  });

  it("reports what was right, the weakest topics first, and what to learn", () => {
    const drawn = drawQuiz(start("a"), deck, new Map());
    const quiz = {
      ...drawn,
      answers: drawn.questions.map((_, index) => ({ right: index > 4, seconds: 5 })),
      done: true,
    };
    const report = reportOf(quiz, deck);
    expect([report.right, report.asked]).toEqual([15, 20]);
    expect(report.toLearn).toEqual(quiz.questions.slice(0, 5).map(({ card }) => card));
    const shares = report.topics.map(({ right, asked }) => right / asked);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(report.topics.reduce((sum, { asked }) => sum + asked, 0)).toBe(20);
  });

  it("may be timed", () => {
    const quiz = drawQuiz({ ...start("a"), minutes: 30 }, deck, new Map());
    expect(timeLeft(quiz, MONDAY + 60_000)).toBe(29 * 60_000);
    expect(timeLeft(quiz, MONDAY + HOUR)).toBe(0);
    expect(timeLeft(drawQuiz(start("a"), deck, new Map()), MONDAY)).toBeUndefined();
  });
});

it("five questions that show where one stands are of five topics", () => {
  for (const id of ["a", "b", "c"]) {
    const { questions } = drawQuiz({ id, kind: "standing", startedAt: MONDAY }, deck, new Map());
    const topics = questions.map(({ card }) => deck.find(({ number }) => number === card)?.topic);
    expect(new Set(topics).size).toBe(5);
  }
});

it("topics in which a quiz went wrong come first, each in the order of learning", () => {
  const topics = [
    { topic: "convolution", right: 1, asked: 1 },
    { topic: "detection", right: 0, asked: 1 },
  ];
  const order = weakestFirst(DECK, { right: 1, asked: 2, topics, toLearn: [] });
  expect(order.map(({ number }) => number)).toEqual([9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]);
});

function plan(at: number, log: readonly LogEntry[] = [], daysOff: readonly string[] = []) {
  return planFor(DECK, statesOf(log), { at, daysOff }, MONDAY);
}

describe("a plan", () => {
  it("spreads what is new over the days before the exam, and keeps the last for the mock quiz", () => {
    const { unit, parts } = plan(later(4));
    expect(unit).toBe("day");
    expect(parts.map(({ day }) => day)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
    ]);
    expect(parts.map(({ learn }) => learn.length)).toEqual([4, 4, 4, 0]);
    expect(parts.flatMap(({ learn }) => learn)).toEqual(DECK.map(({ number }) => number));
    expect(parts.map(({ quiz }) => quiz)).toEqual([false, false, false, true]);
    expect(parts[2]?.review).toBe(4);
  });

  it("leaves the days free that are to be free", () => {
    const { parts } = plan(later(5), [], ["2026-11-24", "2026-11-27"]);
    expect(parts.map(({ learn }) => learn.length)).toEqual([6, 0, 6, 0, 0]);
    expect(parts.map(({ off }) => off)).toEqual([false, true, false, false, true]);
    expect(parts[3]?.quiz).toBe(true);
    expect(parts[1]).toMatchObject({ review: 0, minutes: 0 });
  });

  it("counts hours where the exam is near", () => {
    const { unit, parts } = plan(MONDAY + 3.5 * HOUR);
    expect(unit).toBe("hour");
    expect(parts.map(({ learn, quiz }) => [learn.length, quiz])).toEqual([
      [6, false],
      [6, false],
      [0, true],
    ]);
    expect(plan(MONDAY + HOUR / 4).parts).toHaveLength(1);
  });

  it("moves what was left undone on to the days that remain", () => {
    const log = [1, 2].map((card) => review(card, "good", MONDAY));
    expect(plan(later(3), log).parts.flatMap(({ learn }) => learn)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  it("holds every new card once, and one quiz, whatever the time and the days off", () => {
    const ratings = fc.constantFrom<Rating>("again", "good");
    const seen = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), ratings), { maxLength: 8 });
    const offs = fc.subarray(["2026-11-23", "2026-11-24", "2026-11-26", "2026-12-01"]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), seen, offs, (hours, met, daysOff) => {
        const log = met.map(([card, rating]) => review(card, rating, MONDAY - HOUR));
        const { parts } = plan(MONDAY + hours * HOUR, log, daysOff);
        if (parts.every(({ off }) => off)) return;
        const fresh = DECK.map(({ number }) => number).filter((one) =>
          met.every(([card]) => card !== one),
        );
        expect(parts.flatMap(({ learn }) => learn)).toEqual(fresh);
        expect(parts.filter(({ quiz }) => quiz)).toHaveLength(1);
        expect(
          parts.every(({ start: from, end }) => from < end && end <= MONDAY + hours * HOUR),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it("the later settings win where files are merged", () => {
  const [older, newer] = [1, 2].map((changedAt) => ({ ...DEFAULT_SETTINGS, changedAt }));
  if (!older || !newer) throw new Error("two settings");
  expect(laterSettings(older, newer)).toBe(newer);
  expect(laterSettings(newer, older)).toBe(newer);
});
