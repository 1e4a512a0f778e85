import { beforeAll, describe, expect, it } from "vitest";
import { EXAMINERS } from "./exams";
import { shareFirst } from "./report";
import { receptiveField } from "./learners/networks";
import { type Report, sit } from "./sitting";

/** A small sitting at a fixed seed; `npm run diagnoses` prints a large one. */
const EXAMS = EXAMINERS.length * 10;
const SEED = 20261123;

let report: Report;

beforeAll(() => {
  report = sit(EXAMINERS, EXAMS, SEED);
}, 120_000);

function casesIn(tallies: Report["singles"]): number {
  return [...tallies.values()].reduce((sum, { cases }) => sum + cases, 0);
}

function shareOf(tallies: Report["singles"], isMeant: (ask: string) => boolean): number {
  return shareFirst([...tallies.values()].filter(({ ask }) => isMeant(ask)));
}

const isTensor = (ask: string) => ask === "y" || ask === "indices" || ask.startsWith("grads.");

describe("simulated learners, whose code is their own, are understood", () => {
  it("sits enough cases to mean something", () => {
    expect(casesIn(report.singles)).toBeGreaterThan(800);
    expect(casesIn(report.pairs)).toBeGreaterThan(500);
    expect(casesIn(report.random)).toBeGreaterThan(200);
  });

  it("one mistake comes first in at least 95 % of the cases", () =>
    expect(shareFirst(report.singles.values())).toBeGreaterThanOrEqual(0.95));

  it("two mistakes together come first in at least 85 % of the cases", () =>
    expect(shareFirst(report.pairs.values())).toBeGreaterThanOrEqual(0.85));

  it("two mistakes in a tensor come first in at least 95 % of the cases", () =>
    expect(shareOf(report.pairs, isTensor)).toBeGreaterThanOrEqual(0.95));

  it("a random wrong answer is given a name in at most 2 % of the cases", () =>
    expect(1 - shareFirst(report.random.values())).toBeLessThanOrEqual(0.02));

  it("a random wrong tensor is given a name in at most 1 % of the cases", () =>
    expect(1 - shareOf(report.random, isTensor)).toBeLessThanOrEqual(0.01));
});

describe("small counts, which chance hits often, are understood all the same", () => {
  const fields = sit([receptiveField], 80, SEED);

  it("one mistake in a receptive field is always named first", () =>
    expect(shareFirst(fields.singles.values())).toBe(1));

  it("two mistakes in a receptive field come first in at least 85 % of the cases", () =>
    expect(shareFirst(fields.pairs.values())).toBeGreaterThanOrEqual(0.85));
});
