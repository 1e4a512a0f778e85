import { describe, expect, it } from "vitest";
import type { CardSettings, LogEntry, Rating } from "@/lib/progress";
import {
  MINUTE,
  countOf,
  intervalWords,
  keepsFailing,
  masteryByTopic,
  nextCard,
  queueOf,
  statesOf,
  weekAhead,
} from "@/lib/progress/cards";
import { DECK, MONDAY, deskAt, later, review } from "./reviews";

/** A day's sitting: cards are asked until none is left, a minute each, and each is rated by the same rule. */
function sit(
  log: readonly LogEntry[],
  start: number,
  settings: Partial<CardSettings>,
  rate: (card: number) => Rating = () => "good",
) {
  const grown = [...log];
  const asked: number[] = [];
  for (let now = start; asked.length < 200; now += MINUTE) {
    const card = nextCard(queueOf(deskAt(now, grown, settings)), now);
    if (card === undefined) return { log: grown, asked, end: now };
    grown.push(review(card, rate(card), now));
    asked.push(card);
  }
  throw new Error("The day does not end.");
}

function daysOf(days: readonly (readonly number[])[], card: number): readonly number[] {
  return days.flatMap((asked, day) => (asked.includes(card) ? [day] : []));
}

describe("a week of reviews, each remembered", () => {
  const settings = { newADay: 3 };
  const days: (readonly number[])[] = [];
  let log: readonly LogEntry[] = [];
  for (let day = 0; day < 7; day += 1) {
    const sitting = sit(log, later(day), settings);
    days.push(sitting.asked);
    log = sitting.log;
  }

  it("brings three new cards a day, each in its two first steps, until all are met", () => {
    expect(days[0]).toEqual([1, 2, 3, 1, 2, 3]);
    const first = (card: number) => days.findIndex((asked) => asked.includes(card));
    expect(DECK.map(({ number }) => first(number))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it("brings a card back after two days, and then after longer", () => {
    expect(daysOf(days, 1)).toEqual([0, 2]);
    expect(daysOf(days, 10)).toEqual([3, 5]);
    const state = statesOf(log).get(1);
    expect(Math.round(((state?.due ?? 0) - (state?.last ?? 0)) / 864e5)).toBeGreaterThan(5);
  });

  it("has nothing left at the end of a day", () => {
    expect(countOf(queueOf(deskAt(later(6, 300), log, settings)))).toBe(0);
  });

  it("shows the days to come, each card once", () => {
    const week = weekAhead(DECK, statesOf(log), deskAt(later(6), log).settings, later(6, 300));
    expect(week).toHaveLength(7);
    expect(week[0]).toMatchObject({ day: "2026-11-29", due: 0 });
    const due = [...statesOf(log).values()].filter(
      ({ due: at }) => at < later(13) - 8 * 60 * MINUTE,
    );
    expect(week.reduce((sum, day) => sum + day.due, 0)).toBe(due.length);
  });

  it("is half forgotten after a year, and the more so the less a topic was met", () => {
    const [now, nextYear] = [later(6), later(371)].map((at) =>
      masteryByTopic(DECK, statesOf(log), at),
    );
    for (const [index, { topic, mastery, met, cards }] of (now ?? []).entries()) {
      expect([topic, met, cards]).toEqual([DECK[index * 4]?.topic, 4, 4]);
      expect(mastery).toBeGreaterThan(0.89);
      expect(nextYear?.[index]?.mastery).toBeLessThan(0.7);
    }
  });
});

describe("the limits of a day", () => {
  const seen = DECK.flatMap(({ number }) => [
    review(number, "easy", later(-20)),
    review(number, "good", later(-10)),
  ]);

  it("hold back new cards and reviews", () => {
    expect(queueOf(deskAt(MONDAY, [], { newADay: 4 })).fresh).toEqual([1, 2, 3, 4]);
    expect(queueOf(deskAt(later(40), seen, { reviewsADay: 5 })).due).toHaveLength(5);
  });

  it("count what was done today, not what a quiz asked", () => {
    const log = [review(1, "good", MONDAY), review(2, "good", MONDAY, { quiz: "q" })];
    expect(queueOf(deskAt(MONDAY + MINUTE, log, { newADay: 4 })).fresh).toEqual([3, 4, 5]);
  });

  it("begin anew at midnight of the reader’s own day", () => {
    const lateAtNight = new Date(2026, 10, 23, 23, 50).getTime();
    const log = [1, 2, 3].map((card) => review(card, "easy", lateAtNight));
    const fresh = (now: number) => queueOf(deskAt(now, log, { newADay: 3 })).fresh.length;
    expect(fresh(lateAtNight + 9 * MINUTE)).toBe(0);
    expect(fresh(lateAtNight + 11 * MINUTE)).toBe(3);
  });

  it("are lifted while an exam lies ahead", () => {
    const exam = { at: later(41), daysOff: [] };
    const limited = { newADay: 2, reviewsADay: 2, exam };
    expect(queueOf(deskAt(later(40), seen, limited)).due).toHaveLength(12);
    expect(queueOf(deskAt(later(40), [], limited)).fresh).toHaveLength(12);
    expect(queueOf(deskAt(later(42), [], limited)).fresh).toHaveLength(2);
  });
});

describe("the next card", () => {
  it("is a first step over midnight too", () => {
    const lateAtNight = new Date(2026, 10, 23, 23, 55).getTime();
    const desk = deskAt(lateAtNight, [review(1, "good", lateAtNight)], { newADay: 1 });
    const queue = queueOf(desk);
    expect(queue.later).toEqual([{ card: 1, at: lateAtNight + 10 * MINUTE }]);
    expect(nextCard(queue, lateAtNight)).toBe(1);
    expect(weekAhead(DECK, desk.states, desk.settings, lateAtNight)[0]?.due).toBe(1);
  });

  it("is a first step whose minute has come, then what is due, then a new one, then a step ahead of its time", () => {
    const queue = { learning: [1], due: [2], fresh: [3], later: [{ card: 4, at: 15 * MINUTE }] };
    expect(nextCard(queue, 0)).toBe(1);
    expect(nextCard({ ...queue, learning: [] }, 0)).toBe(2);
    expect(nextCard({ ...queue, learning: [], due: [] }, 0)).toBe(3);
    expect(nextCard({ ...queue, learning: [], due: [], fresh: [] }, 0)).toBe(4);
    const tooFar = {
      ...queue,
      learning: [],
      due: [],
      fresh: [],
      later: [{ card: 4, at: 21 * MINUTE }],
    };
    expect(nextCard(tooFar, 0)).toBeUndefined();
  });
});

function rated(...ratings: Rating[]) {
  return statesOf(ratings.map((rating, index) => review(1, rating, later(index)))).get(1);
}

describe("a card that keeps failing", () => {
  it("failed at least four of its last eight times", () => {
    expect(keepsFailing(undefined)).toBe(false);
    expect(keepsFailing(rated("again", "again", "again"))).toBe(false);
    expect(keepsFailing(rated("again", "good", "again", "again", "again"))).toBe(true);
  });

  it("is one no more once it is remembered", () => {
    const failed = Array<Rating>(4).fill("again");
    expect(keepsFailing(rated(...failed, "good", "good", "good", "good"))).toBe(true);
    expect(keepsFailing(rated(...failed, "good", "good", "good", "good", "good"))).toBe(false);
  });
});

describe("an interval", () => {
  it.each([
    [20_000, "1 min"],
    [6 * MINUTE, "6 min"],
    [90 * MINUTE, "2 h"],
    [4 * 864e5, "4 d"],
    [60 * 864e5, "60 d"],
    [91 * 864e5, "3 mo"],
    [365 * 864e5, "12 mo"],
    [500 * 864e5, "1.4 y"],
  ])("of %i ms reads %s", (milliseconds, words) => {
    expect(intervalWords(milliseconds)).toBe(words);
  });
});
