import { EXERCISES, generate, variantOf } from "@/lib/exercises";
import { SetError, type SetDocument, numberedStudents, planSet } from "@/lib/problemset";
import { releaseFile, seedLog } from "@/lib/problemset/seeds";
import { FORMATS } from "@/lib/problemset/formats";
import { readSpec } from "@/lib/problemset/spec";
import { conventionsSchema, parseWith } from "@/lib/question/schema";
import { createHmac } from "node:crypto";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { SECRET, filesOf, made } from "./made";

const THREE = [
  "{type: conv-forward, level: 2, points: 2}",
  "{type: output-size, level: 3, count: 2}",
  "{type: memory, level: 1, same_for_all: true}",
];

const releaseSchema = z.looseObject({
  sheets: z.record(
    z.string(),
    z.array(z.looseObject({ type: z.string(), seed: z.string(), level: z.number() })),
  ),
});

/** The question, ask and answer of every item, sheet by sheet. */
function problemsIn({ sheets }: SetDocument): string[][] {
  return [...sheets()].map(({ items }) =>
    items.map(({ question, ask, answer }) => JSON.stringify([question, ask, answer])),
  );
}

function seedsIn({ sheets }: SetDocument): string[] {
  return [...sheets()].flatMap(({ items }) => items.map(({ seed }) => seed));
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof SetError) return error.message;
    throw error;
  }
  return "";
}

describe("the same files give the same set", () => {
  it.each(FORMATS.map(({ name }) => name))("to the byte, as %s", async (name) => {
    const [one, other] = await Promise.all(
      [made(THREE).document, made(THREE).document].map((document) => filesOf(document, name)),
    );
    expect(other).toEqual(one);
  });

  it("whichever way it is gone through, and however often", () => {
    const { document } = made(THREE);
    const [first, second] = [problemsIn(document), problemsIn(document)];
    const byQuestion = document.questions.map(({ number }) =>
      Array.from(document.items(number - 1), ({ question, ask, answer }) =>
        JSON.stringify([question, ask, answer]),
      ),
    );
    expect(second).toEqual(first);
    expect(byQuestion.slice(0, 3)).toEqual(
      [0, 1, 2].map((index) => first.map((sheet) => sheet[index])),
    );
    expect(byQuestion[3]).toEqual([first[0]?.[3]]);
  });

  it("a seed is the hash of its parts under the secret, as any other program works it out", () => {
    const [sheet] = made(THREE, numberedStudents(1)).document.sheets();
    const parts = JSON.stringify(["1", 1, "1", 0, 0]);
    const hash = createHmac("sha256", SECRET).update(parts).digest();
    const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, "0")).join("");
    const digits = bits.match(/.{5}/g)?.slice(0, 16) ?? [];
    const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    expect(sheet?.items[0]?.seed).toBe(
      digits.map((five) => crockford[Number.parseInt(five, 2)]).join(""),
    );
  });

  it("for ever: codes and seeds are those of the first day", () => {
    const { document } = made(THREE, numberedStudents(2));
    expect(Array.from(document.sheets(), ({ code }) => code)).toEqual(["79M4-WMYJ", "62YG-H6TS"]);
    expect(seedsIn(document)).toEqual([
      "V6WZ4ZP1NCHG4XF3",
      "RMWK1QQJH5NR60S0",
      "1XNVB9Q8M1R23Z9J",
      "FMS04WHZ4E5J392M",
      "M51CRN5PJQXY3PE2",
      "W35RGSKFCJXXBNFB",
      "7P6R6JTA50SE8795",
      "FMS04WHZ4E5J392M",
    ]);
  });
});

describe("the secret decides everything", () => {
  it("another one gives other codes, seeds and problems", () => {
    const secret = SECRET.toReversed();
    const [one, other] = [made(THREE).document, made(THREE, undefined, { secret }).document];
    expect(seedsIn(one).filter((seed) => seedsIn(other).includes(seed))).toEqual([]);
    const codes = [one, other].flatMap(({ sheets }) => Array.from(sheets(), ({ code }) => code));
    expect(new Set(codes).size).toBe(6);
  });

  it("a student keeps the sheet whatever happens to the others of the roster", () => {
    const students = numberedStudents(4);
    const [all, some] = [
      made(THREE, students).document,
      made(THREE, students.slice(0, 2)).document,
    ];
    expect(problemsIn(all).slice(0, 2)).toEqual(problemsIn(some));
  });
});

describe("no two students have the same problem", () => {
  it("while there are others to be had", () => {
    const { document } = made(["{type: same-padding, level: 3}"], numberedStudents(30));
    const problems = problemsIn(document).flat();
    expect(new Set(problems).size).toBe(30);
  });

  it("and where there are none left, it says how many there were, and on which line", () => {
    const spec = readSpec(
      "title: Quiz\nseed: 1\nquestions:\n  - {type: macs, level: 1, distinct: false}\n  - {type: batch-norm-parameters, level: 1}",
    );
    const plan = () => [...planSet(spec, numberedStudents(400), SECRET, 1)];
    expect(refusal(plan)).toMatch(
      /^Line 5: Question 2, batch-norm-parameters at level 1, gave \d+ different problems, then only repetitions in 1 draws; 400 students want one each\./,
    );
  });

  it("unless the set lets them", () => {
    const few = ["{type: batch-norm-parameters, level: 1, distinct: false}"];
    const { report } = made(few, numberedStudents(400));
    expect(report.questions[0]).toMatchObject({ drawn: 400 });
    expect(report.questions[0]?.distinct).toBeLessThan(400);
  });
});

/** A question of 6 × 6 by hand, with more fields. */
const own = (more: string) =>
  `{type: output-size, level: 1, ${more} question: {op: conv2d, params: {stride: 2}, inputs: {x: {shape: [6, 6]}, w: {shape: [3, 3]}}}}`;

describe("a question can be changed by hand", () => {
  it("numbers: the key is worked out and proved again", () => {
    const { document, report } = made([own("")]);
    const [sheet] = document.sheets();
    expect(sheet?.items[0]).toMatchObject({ keyText: "2 x 2", seed: "", name: "ALL.1" });
    expect([...(report.questions[0]?.proofs ?? [])]).toEqual([["places", 1]]);
  });

  it("accepted conventions: the other answers are counted right too", () => {
    const [sheet] = made([own("accept: [{rounding: ceil}],")]).document.sheets();
    expect(sheet?.items[0]?.accepted).toMatchObject([
      { conventions: { rounding: "ceil" }, keyText: "3 x 3" },
    ]);
  });

  it("wording: {statement} stands for the type's own", () => {
    const [sheet] = made([own('wording: "Read twice. {statement}",')]).document.sheets();
    expect(sheet?.items[0]?.statement[0]?.[0]).toBe("Read twice. ");
  });

  it("a wording that leaves out a student's numbers is refused", () => {
    const said = refusal(() => made(['{type: macs, level: 1, wording: "How many?"}']));
    expect(said).toContain("Line 4: Question 1: the wording leaves out numbers");
  });

  it("pinned: everybody has the problem of that seed", () => {
    const { document } = made(["{type: conv-forward, level: 2, pinned: abc}"]);
    const { question } = generate({ id: "conv-forward", level: 2, seed: "abc" });
    const items = [...document.items(0)];
    expect(items.map((item) => item.question)).toEqual([question]);
  });

  it("void: it stays on the sheet, and out of points and time", () => {
    const { document } = made([...THREE, "{type: macs, level: 1, points: 5, void: true}"]);
    const [sheet] = document.sheets();
    expect([document.points, sheet?.points, sheet?.items.length]).toEqual([5, 5, 5]);
    expect(sheet?.minutes).toBe(
      sheet?.items.reduce((sum, item) => sum + (item.isVoid ? 0 : item.minutes), 0),
    );
  });
});

describe("every problem can be had again", () => {
  it("from the seed log, by the five fields", () => {
    const { document } = made(THREE, numberedStudents(2), {
      head: "conventions: {rounding: ceil}\n",
    });
    const { data } = Papa.parse<Record<string, string>>([...seedLog(document).chunks].join(""), {
      header: true,
      skipEmptyLines: true,
    });
    const again = data.map(({ type = "", version, seed = "", level, conventions = "" }) => {
      const pairs = conventions.split(",").map((pair) => pair.split("="));
      const { question, ask, answer } = generate({
        id: type,
        version: Number(version),
        seed,
        level: Number(level),
        conventions: parseWith(conventionsSchema, Object.fromEntries(pairs), "conventions"),
      });
      return JSON.stringify([question, ask, answer]);
    });
    expect(again).toEqual(problemsIn(document).flat());
  });

  it("which is listed without drawing it, each as it stands on the sheets", () => {
    const { document } = made(
      [
        "{type: conv-forward, level: 2, count: 2}",
        "{type: output-size, level: 2, pinned: abc, title: One for all}",
        "{type: parameters, level: 1, same_for_all: true, void: true}",
        own(""),
      ],
      numberedStudents(3),
      { head: "conventions: {rounding: ceil}\n" },
    );
    const sheets = Array.from(document.sheets(), ({ code, student, items }) => ({
      code,
      student,
      problems: items.map(
        ({ number, title, type, version, seed, level, conventions, question, ask, ...item }) => ({
          number,
          title,
          type,
          version,
          level,
          conventions,
          seed,
          points: item.points,
          isVoid: item.isVoid,
          accept: item.accepted.map((one) => one.conventions),
          ...(seed === "" ? { byHand: { question, ask } } : {}),
        }),
      ),
    }));
    expect(sheets[0]?.problems.map(({ seed }) => seed !== "")).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(JSON.stringify([...document.listings()])).toBe(JSON.stringify(sheets));
  });

  it("from the release, by a sheet's code, without a name or the secret", () => {
    const students = numberedStudents(2).map((one) => ({ ...one, name: "Ada", email: "a@b.c" }));
    const { document } = made(THREE, students);
    const text = [...releaseFile(document).chunks].join("");
    const release = releaseSchema.parse(JSON.parse(text));
    expect(text).not.toMatch(/Ada|a@b\.c|000102/);
    for (const { code, items } of document.sheets()) {
      const again = release.sheets[code]?.map(({ type, seed, level }) =>
        JSON.stringify(generate({ id: type, seed, level }).question),
      );
      expect(again).toEqual(items.map(({ question }) => JSON.stringify(question)));
    }
  });
});

describe("time, print and band", () => {
  it("a student's factor and the set's scale stretch the time", () => {
    const students = numberedStudents(2).map((one, index) => ({ ...one, timeFactor: index + 1 }));
    const [one, other] = made(THREE, students).document.sheets();
    const [slow] = made(THREE, students, { head: "time_scale: 3\n" }).document.sheets();
    expect(other?.minutes).toBe(2 * (one?.minutes ?? 0));
    expect(slow?.minutes).toBe(3 * (one?.minutes ?? 0));
  });

  it("draws stay within the band", () => {
    const { report } = made(["{type: conv-1d, level: 1}"], numberedStudents(60), {
      head: "difficulty_band: 0.1\n",
    });
    const { slot, difficulties, outside } = report.questions[0]!;
    expect(outside).toBe(0);
    for (const value of difficulties) {
      expect(Math.abs(value / slot.difficulty - 1)).toBeLessThanOrEqual(0.1);
    }
  });
});

describe("the item's field, key and answers belong together", () => {
  it.each(EXERCISES.map(({ id }) => id))("%s", (id) => {
    const { document } = made([`{type: ${id}, level: 2}`], numberedStudents(1));
    const [item] = document.items(0);
    if (!item) throw new Error("There is no item.");
    expect(item.keyText).not.toBe("");
    expect(item.keyLines.length).toBeGreaterThan(0);
    expect(item.steps.length).toBeGreaterThan(0);
    expect(item.feedback.map(({ mistake }) => mistake)).toEqual(
      variantOf({ id, level: 2, seed: item.seed }).predictions.map(({ mistake }) => mistake),
    );
    const { field, key } = item;
    const cells = field.kind === "grid" ? field.planes.flatMap(({ rows }) => rows.flat()) : [];
    const values =
      field.kind === "grid" && typeof key === "object" && "data" in key ? [...key.data.keys()] : [];
    expect(cells.toSorted((one, other) => one - other)).toEqual(values);
    for (const { paragraph } of item.figures) expect(item.statement[paragraph]).toHaveLength(1);
  });
});
