import { describe, expect, it } from "vitest";
import {
  DEFAULT_SETTINGS,
  frequentMistakes,
  historyByDay,
  localDay,
  mergeById,
  writeFile,
} from "@/lib/progress";
import { readFile } from "@/lib/progress/schema";
import { attempt, wrong } from "./attempts";
import { review } from "./reviews";

const NOW = Date.UTC(2026, 10, 23, 8);

describe("attempts of two lists", () => {
  const [a, b, c] = [attempt(), attempt(), attempt()] as const;

  it("are merged by their ids, oldest first", () => {
    expect(mergeById([c, a], [a, b])).toEqual([a, b, c]);
  });

  it("keep what is here where both have one", () => {
    expect(mergeById([a], [{ ...a, score: 0 }])).toEqual([a]);
  });
});

describe("frequent mistakes", () => {
  it("come most frequent first, then latest, with where they were made", () => {
    const made = frequentMistakes([
      wrong(["A"], { exercise: "one", at: 1 }),
      wrong(["B", "C"], { exercise: "one", at: 2 }),
      wrong(["A"], { exercise: "two", at: 3 }),
      wrong(["C", "C"], { exercise: "one", at: 4 }),
      wrong(["B"], { exercise: "one", at: 3.5 }),
      wrong(["D"], { exercise: "one", at: 5 }),
    ]);
    expect(made.map(({ mistake, times }) => [mistake, times])).toEqual([
      ["C", 2],
      ["B", 2],
      ["A", 2],
      ["D", 1],
    ]);
    expect(made.find(({ mistake }) => mistake === "A")?.exercises).toEqual(["two", "one"]);
  });
});

function inHundreds(at: number): string {
  return `day ${Math.floor(at / 100)}`;
}

describe("the history", () => {
  it("counts different problems by day, the latest day first", () => {
    const list = [
      wrong([], { seed: "x", at: 101 }),
      attempt({ seed: "x", at: 102 }),
      wrong([], { seed: "y", at: 103 }),
      attempt({ seed: "z", at: 250 }),
    ];
    expect(historyByDay(list, inHundreds)).toEqual([
      { day: "day 2", problems: 1, solved: 1 },
      { day: "day 1", problems: 2, solved: 1 },
    ]);
  });

  it("goes by the reader’s own calendar", () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59).getTime())).toBe("2026-01-05");
    expect(localDay(new Date(2026, 0, 6, 0, 0).getTime())).toBe("2026-01-06");
  });
});

describe("the exported file", () => {
  const attempts = [attempt(), wrong(["KERNEL_FLIPPED"], { hints: 3 })];
  const reviews = [
    review(37, "good", NOW),
    review(82, "again", NOW + 1, { way: "computed", quiz: "q" }),
    { id: "undone", at: NOW + 2, undoes: "r1" },
  ];
  const settings = {
    changedAt: NOW,
    newADay: 20,
    reviewsADay: 90,
    exam: { at: NOW + 9e8, daysOff: ["2026-11-28"] },
  };
  const all = { attempts, reviews, settings };
  const text = writeFile(all, NOW);
  const changed = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });

  it("is refused wherever it is cut off, and never half read whatever is overwritten", () => {
    const whole = text.trimEnd();
    for (let end = 0; end < whole.length; end++) {
      expect(readFile(whole.slice(0, end)), `cut at ${end}`).toMatchObject({ ok: false });
    }
    for (let at = 0; at < whole.length; at++) {
      const read = readFile(`${whole.slice(0, at)}\u0000${whole.slice(at + 1)}`);
      expect(read, `overwritten at ${at}`).toMatchObject({ ok: false });
    }
  });

  it("brings back everything as it was", () => {
    expect(readFile(text)).toEqual({ ok: true, ...all });
  });

  it("reads the layout that version 1 wrote, for ever", () => {
    const version1 =
      '{"format":"kernelwise-progress","version":1,"exportedAt":"2026-11-23T08:00:00.000Z","attempts":[{"id":"f00","at":1795420800000,"exercise":"conv-forward","version":1,"seed":"7","level":2,"conventions":{"rounding":"floor"},"verdict":"incorrect","score":0.75,"mistakes":["KERNEL_FLIPPED"],"hints":1}]}';
    expect(readFile(version1)).toMatchObject({
      ok: true,
      attempts: [{ id: "f00", score: 0.75 }],
      reviews: [],
      settings: DEFAULT_SETTINGS,
    });
  });

  it("reads the layout that version 2 writes, for ever", () => {
    const version2 =
      '{"format":"kernelwise-progress","version":2,"exportedAt":"2026-11-23T08:00:00.000Z","attempts":[],"reviews":[{"id":"r","at":1795420800000,"card":37,"rating":"good","way":"recall","seconds":8.5},{"id":"u","at":1795420900000,"undoes":"r"}],"settings":{"changedAt":1795420800000,"newADay":15,"reviewsADay":100,"exam":{"at":1796000000000,"daysOff":[]}}}';
    expect(readFile(version2)).toMatchObject({
      ok: true,
      reviews: [{ card: 37, seconds: 8.5 }, { undoes: "r" }],
      settings: { exam: { at: 1796000000000 } },
    });
  });

  it.each([
    ["a truncated file", text.slice(0, -20), /does not parse/],
    ["a file with something before it", `x${text}`, /does not parse/],
    ["a picture", "\u0089PNG\r\n\u001A\n\u0000\u0000", /does not parse/],
    ["nothing but null", "null", /not a file that Kernelwise exported/],
    ["an empty file", "", /does not parse/],
    ["another JSON file", '{"name": "kernelwise"}', /not a file that Kernelwise exported/],
    ["a list", "[]", /not a file that Kernelwise exported/],
    ["a later version", changed({ version: 3 }), /version 3; versions 1 to 2 can be read/],
    ["no attempts", changed({ attempts: undefined }), /its “attempts”/],
    ["an attempt that is none", changed({ attempts: [attempts[0], 5] }), /attempt 2 /],
    ["a level of 9", changed({ attempts: [{ ...attempts[0], level: 9 }] }), /“level” of attempt 1/],
    ["a score of 2", changed({ attempts: [{ ...attempts[0], score: 2 }] }), /“score” of attempt 1/],
    ["a date out of range", changed({ attempts: [{ ...attempts[0], at: 1e18 }] }), /“at” of att/],
    ["an endless id", changed({ attempts: [{ ...attempts[0], id: "x".repeat(500) }] }), /“id” of/],
    ["no reviews", changed({ reviews: undefined }), /its “reviews”/],
    ["a rating of 5", changed({ reviews: [{ ...reviews[0], rating: 5 }] }), /review 1 is not/],
    [
      "a card of no number",
      changed({ reviews: [{ ...reviews[0], card: "x" }] }),
      /review 1 is not/,
    ],
    ["a review without a time", changed({ reviews: [{ ...reviews[0], at: null }] }), /review 1 is/],
    [
      "an undo of nothing",
      changed({ reviews: [{ id: "u", at: 1, undoes: 7 }] }),
      /review 1 is not/,
    ],
    ["reviews that are no list", changed({ reviews: { 0: reviews[0] } }), /its “reviews”/],
    ["no settings", changed({ settings: {} }), /its “settings”/],
  ])("refuses %s with a sentence, all of it", (_, damaged, sentence) => {
    const read = readFile(damaged);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? "" : read.message).toMatch(sentence);
  });
});
