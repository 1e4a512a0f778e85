import { gradeIn, gradedOf } from "@/app/sets/grade/engine/grade";
import { Reading } from "@/app/sets/grade/engine/materials";
import { openedOf } from "@/app/sets/grade/engine/open";
import type { GradeRequest, OpenRequest } from "@/app/sets/grade/engine/types";
import { viewOf } from "@/app/sets/grade/engine/view";
import { main } from "@/lib/cli/main";
import { keyFileText, releaseFile, seedLog } from "@/lib/problemset/seeds";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { SECRET } from "../problemset/made";
import { answersOf, documentOf, rosterOf } from "./class";

const BEFORE = `title: Quiz <3>
course: CS 7643
seed: 1
questions:
  - { type: conv-forward, level: 2, points: 4 }
  - { type: output-size, level: 2, points: 2, wording: "Read twice. {statement}" }
  - { type: parameters, level: 2, points: 1 }
  - { type: macs, level: 2, points: 1.5 }
  - { type: relu-forward, level: 1, points: 2, question: { op: relu, inputs: { x: [[1, -2]] } } }
`;
const SET = BEFORE.replace("points: 1 }", "points: 1, void: true }").replace(
  "points: 2, wording",
  "points: 2, accept: [{ rounding: ceil }], wording",
);
const ROSTER = rosterOf(40);
const KEY = keyFileText(SECRET);
const document = documentOf(SET, ROSTER);
const ANSWERS = answersOf(document);

const silent = () => {};
const bytes = (text: string) => new TextEncoder().encode(text);
const asked = (other: Partial<GradeRequest> = {}): GradeRequest => ({
  kind: "grade",
  materials: { set: SET, key: KEY, roster: bytes(ROSTER), variants: "" },
  log: null,
  before: BEFORE,
  answers: bytes(ANSWERS),
  ...other,
});
const withMaterials = (other: Partial<GradeRequest["materials"]>) =>
  asked({ materials: { ...asked().materials, ...other } });

describe("a class that is graded on the page", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernelwise-grading-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);

  it("has the files of the command line, to the byte, before and after a regrade", async () => {
    const files = {
      "quiz.yaml": SET,
      "before.yaml": BEFORE,
      "quiz.key.json": KEY,
      "roster.csv": ROSTER,
      "answers.csv": ANSWERS,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
    const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const flags = ["--answers", at("answers.csv"), "--before", at("before.yaml"), "--quiet"];
    const call = ["node", "kernelwise", "grade", at("quiz.yaml"), ...flags, "--out", at("out")];
    const code = await main(call).finally(() => print.mockRestore());
    expect(code).toBe(0);

    const { view } = gradedOf(asked(), silent);
    const made = view?.files ?? [];
    expect(made.map(({ path }) => path)).toEqual(["marks.csv", "report.html", "grade.json"]);
    const contents = await Promise.all(made.map(({ content }) => content.arrayBuffer()));
    const other = made.filter(({ path }, index) => {
      const written = readFileSync(join(at("out"), path));
      return !written.equals(Buffer.from(contents[index] ?? new ArrayBuffer()));
    });
    expect(other).toEqual([]);
  });

  it("shows the figures of its grade", () => {
    const grade = gradeIn(asked(), new Reading(), silent);
    if (!grade) throw new Error("There is no grade.");
    const view = viewOf(grade);
    const present = grade.students.filter(({ isAbsent }) => !isAbsent).length;
    expect(present).toBe(38);
    expect(view.points.reduce((sum, { students }) => sum + students, 0)).toBe(present);
    expect(view.points.at(-1)?.to).toBe(String(grade.points));
    expect(view.mistakes.length).toBeGreaterThan(2);
    for (const [index, { percent, share }] of view.mistakes.entries()) {
      const students = grade.mistakes[index]?.students ?? 0;
      expect([percent, share]).toEqual([
        `${Math.round((100 * students) / present)} %`,
        students / present,
      ]);
    }
    expect(view.questions.map(({ points }) => points)).toEqual(["4", "2", "void", "1.5", "2"]);
    expect(
      view.questions.every(
        ({ right, wrong, blank, unread }) => right + wrong + blank + unread === present,
      ),
    ).toBe(true);
    expect(view.students.filter(({ isAbsent }) => isAbsent).map(({ name }) => name)).toEqual([
      "Student 17",
      "Student 34",
    ]);
    expect(view.isRegrade).toBe(true);
  });

  it("is marked where its log of seeds has the same versions, and by no other problems", () => {
    const log = [...seedLog(document).chunks].join("");
    const graded = (text: string) => gradedOf(asked({ log: bytes(text) }), silent);
    const same = graded(log);
    expect(same.parts.log).toEqual({ says: "All 5 types are as they were", problem: "" });
    expect(same.view?.summary).toBe(gradedOf(asked(), silent).view?.summary);

    const older = graded(log.replaceAll("conv-forward,1,", "conv-forward,7,"));
    expect(older.view).toBeNull();
    expect(older.parts.log?.problem).toBe(
      "conv-forward is at version 1 here, and the sheets were made with version 7, which gives other problems; " +
        "grade them with the program that made them.",
    );
    const other = graded(log.replaceAll("conv-forward", "conv-shape"));
    expect(other.view).toBeNull();
    expect(other.parts.log?.problem).toMatch(/^conv-forward is not in this log of seeds/);
    expect(graded(ROSTER).parts.log?.problem).toMatch(/^This is no log of seeds/);
  });

  it("waits for what is missing, and says what is there", () => {
    for (const request of [asked({ answers: null }), withMaterials({ key: null })]) {
      const { view, parts } = gradedOf(request, silent);
      expect(view).toBeNull();
      expect(parts.set?.says).toBe("Quiz <3> · CS 7643 · 5 questions");
      expect(parts.roster?.says).toBe("40 students");
    }
  });

  it.each([
    [
      "set",
      withMaterials({ set: "title: X\nseed: 1\nquestions:\n  - {type: mac, level: 1}" }),
      'Line 4: questions[0].type is "mac"',
    ],
    ["key", withMaterials({ key: "{}" }), "This is no key file of version 1"],
    [
      "roster",
      withMaterials({ roster: bytes("id,name\n1,A") }),
      "Line 1: The roster has no column email.",
    ],
    ["roster", withMaterials({ roster: null, variants: "many" }), 'The number of sheets is "many"'],
    [
      "answers",
      asked({ answers: bytes("code,answer\nX,1") }),
      "Line 1: The answers have no column question.",
    ],
    [
      "before",
      asked({ before: BEFORE.replace("level: 2, points: 4", "level: 3, points: 4") }),
      "Line 5: Question 1 is another problem here",
    ],
  ] as const)("says of the %s what does not fit", (part, request, sentence) => {
    const { view, parts } = gradedOf(request, silent);
    expect(view).toBeNull();
    expect(parts[part]?.problem).toContain(sentence);
  });

  it("tells the lines of rows that do not count and of answers that nobody can read", () => {
    const code = [...document.sheets()][0]?.code ?? "";
    const rows = `code;question;answer\n${code};1;what?\nZZZZ-ZZZZ;1;2\n${code};9;2\n`;
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(rows, "utf16le")]);
    const { view } = gradedOf(asked({ answers: utf16 }), silent);
    expect(view?.unreadable).toHaveLength(1);
    expect(view?.unreadable[0]).toContain(`Line 2: ${code}, question 1: “what?”.`);
    expect(view?.leftOut).toEqual([
      'Line 3: No sheet of this set has the code "ZZZZ-ZZZZ"; the row is left out.',
      'Line 4: The question is "9", but the questions are 1 to 5; the row is left out.',
    ]);
  });

  it("says on the way how far it is", () => {
    const words: string[] = [];
    const set = SET.replace("seed: 1", "seed: 2");
    gradedOf({ ...withMaterials({ set }), before: null }, (said) => words.push(said));
    expect(words).toContain("Making the set again, 64 of 161 problems");
    expect(words).toContain("Marking, 8 of 40 sheets");
  });
});

describe("a sheet that is opened by its code", () => {
  const release = [...releaseFile(document).chunks].join("");
  const nothing = { set: null, key: null, roster: null, variants: "" };
  const code = [...document.sheets()][25]?.code ?? "";
  const opened = (other: Partial<OpenRequest>) =>
    openedOf({ kind: "open", code, release, materials: nothing, ...other }, silent);

  it("is the same from the release as from the set's own files", () => {
    const own = opened({ release: null, materials: asked().materials }).sheet;
    const published = opened({}).sheet;
    expect(own?.code).toBe(code);
    expect(own?.questions).toHaveLength(5);
    expect(published).toEqual(own);
  });

  it("looks for none, and draws nothing, until the code is whole", () => {
    const heard = vi.fn<() => void>();
    const materials = { ...asked().materials, roster: null, variants: "50" };
    const open = (typed: string) =>
      openedOf({ kind: "open", code: typed, release: null, materials }, heard);
    const early = open("AAAA-AA");
    expect(early).toMatchObject({ sheet: null, problem: "" });
    expect(early.parts.set?.says).toMatch(/\S/);
    expect(heard).not.toHaveBeenCalled();
    expect(open("AAAA-AAAA").problem).toMatch(/No sheet here has the code/);
    expect(heard).toHaveBeenCalled();
  });

  it("shows each question with its answer, its working and its way into the tutor", () => {
    const { questions, facts } = opened({}).sheet ?? { questions: [], facts: "" };
    expect(facts).toBe("5 questions, 9.5 points");
    for (const { html } of questions) expect(html).toContain("<summary>Working</summary>");
    expect(questions[1]?.html).toContain("Read twice.");
    expect(questions[2]?.html).toContain("void");
    expect(questions[0]?.href).toMatch(
      /^\/practice\/conv-forward\?v=\d+&seed=[0-9A-Z]{16}&level=2$/,
    );
    expect(questions[4]?.href).toBeNull();
  });

  it("is found however its code is typed", () => {
    expect(opened({ code: ` ${code.toLowerCase().replace("-", " ")} ` }).sheet?.code).toBe(code);
  });

  it("a wrong code is said kindly; none yet, or nothing to look in, is no mistake", () => {
    const { sheet, problem } = opened({ code: "AAAA-AAAA" });
    expect(sheet).toBeNull();
    expect(problem).toContain("No sheet here has the code “AAAA-AAAA”");
    expect(opened({ code: "" }).problem).toBe("");
    expect(opened({ release: null }).problem).toBe("");
  });

  it.each(["", "{}", "not JSON", KEY])("%j is no release", (text) => {
    const { parts, sheet } = opened({ release: text });
    expect(sheet).toBeNull();
    expect(parts.release?.problem).toContain("This is no release of version 1");
  });

  it("a problem that is no longer made is told, and nothing is shown in its place", () => {
    const later = release.replaceAll(
      '"type":"conv-forward","version":1',
      '"type":"conv-forward","version":99',
    );
    const { parts, sheet } = opened({ release: later });
    expect(sheet).toBeNull();
    expect(parts.release?.problem).toMatch(/version/);
  });
});
