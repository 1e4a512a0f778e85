import { BLANK, type SetData, fileName, fileOf, moved, readySet } from "@/app/sets/data";
import { checkedOf } from "@/app/sets/engine/check";
import { browserFormats } from "@/app/sets/engine/formats";
import { filesOf, zipOf } from "@/app/sets/engine/make";
import { outlineOf } from "@/app/sets/engine/outline";
import { openSet, saveSet, specFrom } from "@/app/sets/engine/read";
import { rosterSays } from "@/app/sets/engine/roster";
import type { Making, Whole } from "@/app/sets/engine/types";
import { typesFound } from "@/app/sets/catalogue";
import { holdsSet, readLink, writeLink } from "@/app/sets/link";
import { FORMAT_WORDS } from "@/content/sets";
import { READY_SETS } from "@/content/ready-sets";
import { makeSet } from "@/lib/cli/set/make-set";
import { sqliteMaker } from "@/lib/cli/sqlite";
import { EXERCISES } from "@/lib/exercises";
import { DEFAULT_OPTIONS, FORMATS, ankiFormat } from "@/lib/problemset/formats";
import { keyFileText } from "@/lib/problemset/seeds";
import { readSpec } from "@/lib/problemset/spec";
import { unzipSync } from "fflate";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SECRET } from "../problemset/made";

const KEY = keyFileText(SECRET);
const SET: SetData = {
  title: "Quiz 3",
  course: "CS 7643",
  seed: "20261123",
  variants: "5",
  questions: [
    { type: "conv-forward", level: 2, points: "1,5" },
    { type: "output-size", level: 2, count: 2, points: "" },
    { type: "memory", level: 1, same_for_all: true, wording: "First line.\n\n{statement}" },
  ],
};
const ROSTER = 'id,name,email,large_print\n7,"Lovelace, Ada",ada@x.org,yes\n8,=cmd|x,eve@x.org,\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const typesOf = (set: SetData) => set.questions.map(({ type }) => type);
const silent = () => {};
const check = (set: SetData, first = 0, roster: Whole["roster"] = null) =>
  checkedOf({ set, roster, key: KEY }, first, silent);

describe("the files that a page makes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kernelwise-page-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const formats = [...FORMATS, ankiFormat(sqliteMaker())];
  const making: Making = {
    kind: "make",
    whole: { set: SET, roster: { id: 1, bytes: bytes(ROSTER) }, key: KEY },
    name: "quiz-3",
    formats: formats.map(({ name }) => name),
    hasFeedback: true,
  };
  const left: number[] = [];
  const totals = new Set<number>();
  const zip = await zipOf(making, formats, (_, done, total) => {
    left.push(total - done);
    totals.add(total);
  });
  const unzipped = unzipSync(new Uint8Array(await zip.arrayBuffer()));

  it("are those of the command line for the same file, roster and key, to the byte", async () => {
    for (const name of ["quiz-3.yaml", "quiz-3.key.json"]) {
      writeFileSync(join(folder, name), unzipped[name] ?? "");
    }
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    const isFine = await makeSet({
      spec: join(folder, "quiz-3.yaml"),
      roster: join(folder, "roster.csv"),
      out: join(folder, "quiz-3"),
      formats,
      force: false,
      quiet: true,
      options: { ...DEFAULT_OPTIONS, hasFeedback: true },
    });
    expect(isFine).toBe(true);
    const written = readdirSync(join(folder, "quiz-3"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(written.length).toBeGreaterThan(10);
    const inZip = Object.keys(unzipped).filter((path) => path.includes("/"));
    expect(inZip.toSorted()).toEqual(written.toSorted());
    const other = written.filter(
      (path) => !readFileSync(join(folder, path)).equals(Buffer.from(unzipped[path] ?? [])),
    );
    expect(other).toEqual([]);
  });

  it("tell on the way what is left, down to nothing", () => {
    expect(left.length).toBeGreaterThan(formats.length);
    expect(left.toSorted((one, next) => next - one)).toEqual(left);
    expect(left.at(-1)).toBe(0);
  });

  it("what all students share is checked once, and written for each", () => {
    const [sheets, own, shared] = [2, 3, 1];
    const [checked, written] = [own * sheets + shared, (own + shared) * sheets];
    expect([...totals]).toEqual([checked + written * formats.length]);
  });

  it("are not begun where the set does not fit", async () => {
    const set = { ...SET, questions: [{ type: "macs", level: 9 }] };
    const files = filesOf({ ...making, whole: { ...making.whole, set } }, formats, silent);
    await expect(files.next()).rejects.toThrow("level is 9; write 1, 2, 3, 4 or 5.");
  });

  it("are offered by the names of the command line", () => {
    const names = browserFormats(silent).map(({ name }) => name);
    expect(Object.keys(FORMAT_WORDS).toSorted()).toEqual(names.toSorted());
  });
});

describe("a set on the page is the data of its file", () => {
  it("saved as YAML and as JSON it is the same set again", () => {
    for (const form of ["yaml", "json"] as const) {
      const text = saveSet(SET, form);
      expect(openSet(text)).toEqual(fileOf({ ...SET, questions: fileOf(SET).questions }));
      expect(readSpec(text).questions.map(({ points, count }) => [points, count])).toEqual([
        [1.5, 1],
        [1, 2],
        [1, 1],
      ]);
    }
  });

  it("YAML has a question a line, so that a message finds its question", () => {
    expect(saveSet(SET, "yaml").split("\n").slice(4, 7)).toEqual([
      "questions:",
      "  - { type: conv-forward, level: 2, points: 1.5 }",
      "  - { type: output-size, level: 2, count: 2 }",
    ]);
  });

  it("a link brings it back, a ready-made one by its name, and holds no name of a student", () => {
    const link = writeLink(SET);
    expect(link).toMatch(/^set=[\w-]+$/);
    expect(readLink(link)).toEqual(fileOf(SET));
    expect(writeLink(readySet("quiz-3") ?? BLANK)).toBe("ready=quiz-3");
    expect(readLink("ready=quiz-3")).toEqual(readySet("quiz-3"));
    expect(writeLink(BLANK)).toBe("");
  });

  it.each(["", "set=", "set=AAAA", "ready=no-such", "set=dcsxDs", "x=1"])(
    "the link %j holds none",
    (link) => {
      expect(holdsSet(link)).toBe(false);
      expect(readLink(link)).toEqual(BLANK);
    },
  );

  it("a file that does not fit says its lines", () => {
    expect(() => openSet("title: X\nseed: 1\nquestions:\n  - {type: mac, level: 9}")).toThrow(
      /Line 4: questions\[0\]\.type is "mac".*\nLine 4: questions\[0\]\.level is 9/,
    );
  });

  it("a question is moved, and the rest keep their order", () => {
    expect(typesOf(moved(SET, 0, 2))).toEqual(["output-size", "memory", "conv-forward"]);
    expect(typesOf(moved(SET, 2, 0))).toEqual(["memory", "conv-forward", "output-size"]);
  });

  it("its files bear its title", () => {
    expect(fileName({ ...SET, title: "Quiz 3, Café 76–83" })).toBe("quiz-3-cafe-76-83");
    expect(fileName({ ...SET, title: "測驗" })).toBe("set");
  });
});

describe("what a set amounts to", () => {
  it("its points, its problems and its time, those of the document", () => {
    const { points, minutes, asked, problems } = outlineOf(SET, null, 1);
    expect([points, asked, problems]).toEqual([4.5, 4, []]);
    const sheet = check(SET).sheets[0]?.html ?? "";
    expect(sheet).toContain(`4 questions, 4.5 points, about ${Math.round(minutes)} minutes`);
  });

  it("what does not fit is said at its question, and the others still count", () => {
    const { problems, questions } = outlineOf(
      { ...SET, questions: [{ type: "macs", level: 2, points: "lots" }, ...SET.questions] },
      null,
      1,
    );
    expect(problems).toEqual([
      { at: 0, message: 'points is "lots"; write a number from 0 to 1000.' },
    ]);
    expect(questions.map((one) => one?.count ?? null)).toEqual([null, 1, 2, 1]);
  });

  it("and at its question where texts of several lines stand before it", () => {
    const questions = [
      { type: "macs", level: 2, wording: "One\ntwo\n\n{statement}", title: "A\tB" },
      { type: "macs", level: 2, wording: `${"A long line. ".repeat(9)}\n\n{statement} "so"` },
      { type: "macs", level: 7 },
    ];
    const { problems } = outlineOf({ ...SET, instructions: "One\ntwo", questions }, null, 1);
    expect(problems.map(({ at }) => at)).toEqual([2]);
  });

  it("a problem of a type is drawn, and another when asked", () => {
    const looked = { question: { type: "conv-forward", level: 1 } };
    const [first, second] = [1, 2].map((draw) => outlineOf(BLANK, looked, draw).sample);
    expect(JSON.stringify(first)).toContain("Slide the kernel");
    expect(second).not.toEqual(first);
    expect(outlineOf(BLANK, looked, 1).sample).toEqual(first);
  });
});

describe("the checks and three sheets", () => {
  it("sheets are those that will be handed out, wherever one begins to look", () => {
    const codes = (first: number) => check(SET, first).sheets.map(({ code }) => code);
    expect(codes(0).slice(1)).toEqual(codes(1).slice(0, 2));
    expect(codes(99)).toEqual(codes(2));
    const second = check(SET, 0).sheets[1];
    expect(check(SET, 1).sheets[0]).toEqual(second);
  });

  it("a roster gives the sheets its names", () => {
    const { sheets, sheetCount } = check(SET, 0, { id: 2, bytes: bytes(ROSTER) });
    expect(sheetCount).toBe(2);
    expect(sheets[0]?.html).toContain("<bdi>Lovelace, Ada</bdi>");
    expect(rosterSays(bytes(ROSTER))).toBe("2 students, 1 with large print");
  });

  it("what the checks refuse is said at its question, and no sheet is shown", () => {
    const set = {
      ...SET,
      questions: [
        { type: "macs", level: 2 },
        { type: "output-size", level: 2, wording: "How large is the output?" },
      ],
    };
    const { problems, sheets } = check(set);
    expect(problems.map(({ at }) => at)).toEqual([1]);
    expect(problems[0]?.message).toContain("the wording leaves out numbers that differ");
    expect(sheets).toEqual([]);
  });
});

describe("the sets that are ready", () => {
  it.each(READY_SETS.map(({ slug, set }) => [slug, set] as const))(
    "%s passes every check for thirty variants",
    (_, set) => {
      const { problems, sentences, sheetCount } = check(set);
      expect([problems, sheetCount]).toEqual([[], 30]);
      expect(sentences.filter(({ isNoted }) => isNoted)).toEqual([]);
      expect(specFrom(set).title).toBe(set.title);
    },
  );

  it("have the names that were promised", () => {
    expect(READY_SETS.map(({ set }) => set.title)).toEqual([
      "Quiz 3, cards 76–83",
      "Output shapes",
      "Backward pass",
      "Counting parameters",
      "Midterm mix",
    ]);
  });

  it("the quiz asks for each of the cards 76 to 83 once", () => {
    const types = READY_SETS[0]?.set.questions.map(({ type }) => type) ?? [];
    const cards = types.map((type) => EXERCISES.find(({ id }) => id === type)?.cards ?? []);
    expect(cards.map((of) => of[0])).toEqual([76, 77, 78, 79, 80, 81, 82, 83]);
  });
});

describe("types are found", () => {
  const types = EXERCISES.map(({ id, title, topic, cards = [] }) => ({ id, title, topic, cards }));
  const found = (topic: string, search: string) =>
    typesFound({ types, topics: [] }, topic, search).map(({ id }) => id);

  it("by any of their words, their id and their card, in a topic or in all", () => {
    expect(found("", "")).toHaveLength(EXERCISES.length);
    expect(found("", "card 82")).toEqual(["parameters"]);
    expect(found("pooling", "GRADIENT max")).toContain("max-pool-backward");
    expect(found("counts", "max-pool")).toEqual([]);
  });
});
