import {
  type Item,
  type SetDocument,
  makeDocument,
  numberedStudents,
  planSet,
} from "@/lib/problemset";
import {
  type Grade,
  checkVersions,
  gradeReport,
  gradeSet,
  gradeToJson,
  marksFile,
  readAnswers,
  sameProblems,
} from "@/lib/problemset/grade";
import { seedLog } from "@/lib/problemset/seeds";
import { readSpec } from "@/lib/problemset/spec";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { SECRET } from "./made";

const SIX = [
  "{type: conv-forward, level: 2, points: 4}",
  "{type: output-size, level: 2, points: 2}",
  "{type: parameters, level: 2, points: 1}",
  "{type: conv-forward, level: 1, points: 3}",
  "{type: macs, level: 2, points: 1}",
  "{type: memory, level: 1, points: 1, same_for_all: true}",
];

function specOf(questions: readonly string[]) {
  return readSpec(
    `title: Quiz <3>\nseed: 1\nquestions:\n${questions.map((one) => `  - ${one}\n`).join("")}`,
  );
}

function finished<Result>(steps: Generator<unknown, Result>): Result {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

interface ClassOf {
  readonly students: number;
  readonly answersTo: (document: SetDocument) => string | Uint8Array;
  readonly before?: readonly string[];
}

function graded(
  questions: readonly string[],
  { students, answersTo, before }: ClassOf,
): { readonly grade: Grade; readonly document: SetDocument } {
  const spec = specOf(questions);
  const plan = finished(planSet(spec, numberedStudents(students), SECRET));
  const document = makeDocument(spec, plan);
  const text = answersTo(document);
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const answers = readAnswers(bytes, plan.codes, plan.slots.length);
  const earlier = before && specOf(before);
  if (earlier) sameProblems(spec, earlier);
  const marking = { spec, plan, answers, ...(earlier ? { before: earlier } : {}) };
  return { grade: finished(gradeSet(marking)), document };
}

type Written = (item: Item, student: number) => string | undefined;

/** A table with a row for every answer; undefined leaves the row out. */
function table({ sheets }: SetDocument, write: Written): string {
  const rows = [...sheets()].flatMap(({ code, items }, student) =>
    items.flatMap((item) => {
      const answer = write(item, student);
      return answer === undefined ? [] : [[code, String(item.number), answer]];
    }),
  );
  return Papa.unparse([["code", "question", "answer"], ...rows]);
}

/** The numbers of an answer as a student writes them, cell by cell in brackets. */
function typed(key: Item["key"]): string {
  if (typeof key === "number") return String(key);
  if (!("data" in key)) return "mistake" in key ? "" : key.join(" x ");
  const rows = key.shape.at(-1) ?? 1;
  const cells = Array.from(key.data, String);
  return nested(cells, key.shape.length > 0 ? key.shape : [rows]);
}

function nested(cells: readonly string[], [size = 1, ...inner]: readonly number[]): string {
  const step = cells.length / size;
  const parts = Array.from({ length: size }, (_, at) => cells.slice(at * step, (at + 1) * step));
  return `[${parts.map((part) => (inner.length > 0 ? nested(part, inner) : part.join(""))).join(", ")}]`;
}

const slipOf = ({ feedback }: Item, id: string) =>
  feedback.find(({ mistake }) => mistake === id)?.answer;

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

describe("a simulated class of 60 with six questions", () => {
  const turned: string[] = [];
  const forgot: string[] = [];
  // Students 0–23 turn the kernel, 12–35 forget the bias in the parameters, the last is absent.
  const write: Written = (item, student) => {
    if (student === 59) return undefined;
    if (item.number === 1 && student < 24) {
      const slip = slipOf(item, "KERNEL_FLIPPED");
      if (slip !== undefined) turned.push(item.name);
      return typed(slip ?? item.key);
    }
    if (item.number === 3 && student >= 12 && student < 36) {
      const slip = slipOf(item, "BIAS_FORGOTTEN");
      if (slip !== undefined) forgot.push(item.name);
      return typed(slip ?? item.key);
    }
    if (item.number === 5 && student === 40) return "";
    if (item.number === 5 && student === 41) return "no idea";
    return typed(item.key);
  };
  const { grade } = graded(SIX, { students: 60, answersTo: (document) => table(document, write) });
  const scoreAt = (student: number, question: number) =>
    grade.students[student]?.marks[question]?.score ?? Number.NaN;

  it("finds each slip that was put in, by as many students as made it", () => {
    expect(turned.length).toBeGreaterThan(20);
    expect(forgot.length).toBeGreaterThan(20);
    const found = new Map(grade.mistakes.map((one) => [one.mistake, one]));
    expect(found.get("KERNEL_FLIPPED")).toMatchObject({
      students: turned.length,
      share: turned.length / 59,
      questions: [1],
    });
    expect(found.get("BIAS_FORGOTTEN")).toMatchObject({
      students: forgot.length,
      words: "left out the biases",
      questions: [3],
    });
    expect(grade.mistakes).toHaveLength(2);
  });

  it("counts what is right, wrong, blank and unreadable", () => {
    const counts = grade.questions.map(({ counts: of }) => of);
    const right = { correct: 59, incorrect: 0, blank: 0, unreadable: 0 };
    expect(counts).toEqual([
      { ...right, correct: 59 - turned.length, incorrect: turned.length },
      right,
      { ...right, correct: 59 - forgot.length, incorrect: forgot.length },
      right,
      { ...right, correct: 57, blank: 1, unreadable: 1 },
      right,
    ]);
  });

  it("gives the points of what is right, cell by cell, and leaves the unreadable to a person", () => {
    expect(grade.points).toBe(12);
    expect(grade.students[50]).toMatchObject({ points: 12, open: 0, isAbsent: false });
    expect(grade.students[40]).toMatchObject({ points: 11, open: 0 });
    expect(grade.students[41]).toMatchObject({ points: 11, open: 1 });
    expect(grade.students[59]).toMatchObject({ points: 0, isAbsent: true });
    for (const student of [0, 5, 20]) {
      const lost = 4 * (1 - scoreAt(student, 0)) + (1 - scoreAt(student, 2));
      expect(grade.students[student]?.points).toBeCloseTo(12 - lost, 9);
    }
    expect(grade.unreadable).toEqual([
      expect.objectContaining({ question: 5, text: "no idea", code: grade.students[41]?.code }),
    ]);
  });

  it("works out difficulty and discrimination as their definitions say", () => {
    const present = Array.from({ length: 59 }, (_, student) => student);
    const [first] = grade.questions;
    const scores = present.map((student) => scoreAt(student, 0));
    const rests = present.map(
      (student) => (grade.students[student]?.points ?? 0) - 4 * scoreAt(student, 0),
    );
    const n = present.length;
    const [x, y] = [sum(scores), sum(rests)];
    const xy = sum(scores.map((score, at) => score * (rests[at] ?? 0)));
    const [xx, yy] = [sum(scores.map((one) => one * one)), sum(rests.map((one) => one * one))];
    const pearson = (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    expect(first?.difficulty).toBeCloseTo(x / n, 12);
    expect(first?.discrimination).toBeCloseTo(pearson, 9);
    expect(grade.questions[1]?.discrimination).toBeNaN();
    expect(grade.questions[5]?.variants).toHaveLength(1);
    expect(grade.questions[5]?.variants[0]).toMatchObject({ students: 59, difficulty: 1 });
  });

  it("writes a row a student, a page, and JSON without NaN", () => {
    const text = [...marksFile(grade).chunks].join("").replace("\uFEFF", "");
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(60);
    expect(data[50]).toMatchObject({ points: "12", of: "12", absent: "no", q1: "4" });
    expect(data[41]).toMatchObject({ points: "11", to_be_read: "1", q5: "?" });
    expect(data[59]).toMatchObject({ points: "0", absent: "yes", q1: "" });
    const page = [...gradeReport(grade).chunks].join("");
    expect(page).toContain(`${Math.round((100 * forgot.length) / 59)} %`);
    expect(page).toContain("left out the biases");
    expect(page).toContain("<h1>Quiz &lt;3&gt;</h1>");
    expect(page).not.toContain("NaN");
    expect(gradeToJson(grade)).toMatchObject({ students: 60, absent: 1, problem_count: 0 });
    expect(gradeToJson(grade).questions[1]).toMatchObject({ difficulty: 1, discrimination: null });
  });
});

/** All right, but for the first student's second answer. */
function oneWrong(document: SetDocument): string {
  return table(document, ({ number, key }, student) =>
    number === 2 && student === 0 ? "999" : typed(key),
  );
}

describe("a regrade", () => {
  const before = ["{type: parameters, level: 2, points: 2}", "{type: macs, level: 2, points: 3}"];

  it("shows the marks by both sets; a void question counts for nobody", () => {
    const now = [before[0] ?? "", "{type: macs, level: 2, points: 3, void: true}"];
    const { grade } = graded(now, { students: 3, answersTo: oneWrong, before });
    expect([grade.points, grade.pointsBefore]).toEqual([2, 5]);
    expect(grade.students.map((one) => [one.points, one.before])).toEqual([
      [2, 2],
      [2, 5],
      [2, 5],
    ]);
    expect(grade.questions[1]).toMatchObject({ pointsBefore: 3, difficultyBefore: 2 / 3 });
  });

  it("is refused where a problem is another one", () => {
    const now = [before[0] ?? "", "{type: macs, level: 3, points: 3}"];
    expect(() => graded(now, { students: 3, answersTo: oneWrong, before })).toThrow(
      "Line 5: Question 2 is another problem here",
    );
  });

  it("counts an answer right under the conventions that the set accepts", () => {
    const plain = ["{type: output-size, level: 3, points: 3}"];
    const accepting = ["{type: output-size, level: 3, points: 3, accept: [{rounding: ceil}]}"];
    const others: boolean[] = [];
    const rounded = (document: SetDocument) =>
      table(document, ({ accepted, key }) => {
        others.push(accepted.length > 0);
        return typed(accepted[0]?.key ?? key);
      });
    const { grade } = graded(accepting, { students: 12, answersTo: rounded, before: plain });
    expect(others).toContain(true);
    expect(grade.students.map(({ points }) => points)).toEqual(others.map(() => 3));
    expect(grade.students.map(({ before: old }) => old === 3)).toEqual(
      others.map((isOther) => !isOther),
    );
    expect(grade.mistakes).toEqual([]);
  });
});

describe("the table of answers", () => {
  const one = ["{type: parameters, level: 2}"];
  const readable = (lines: (code: string, right: string) => readonly string[]) => {
    const answersTo = ({ sheets }: SetDocument) => {
      const [sheet] = sheets();
      return lines(sheet?.code ?? "", typed(sheet?.items[0]?.key ?? 0)).join("\n");
    };
    return graded(one, { students: 2, answersTo }).grade;
  };

  it("tells unknown codes, other questions and repetitions with their lines; the last counts", () => {
    const grade = readable((code, right) => [
      "Code;Name;Question;Answer",
      `${code};Ada;1;5`,
      "AAAA-0000;Ada;1;5",
      `${code};Ada;7;5`,
      `${code.toLowerCase().replace("-", "")};Ada;Q1;${right}`,
    ]);
    expect(grade.students[0]?.points).toBe(1);
    expect(grade.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: No sheet of this set has the code "AAAA-0000"; the row is left out.',
      '4: The question is "7", but there is question 1 alone; the row is left out.',
      expect.stringMatching(/^5: .+ has an answer to question 1 on line 2 already; the last one/),
    ]);
  });

  it("is refused without its columns, or empty", () => {
    expect(() => readable(() => ["code,answer", "x,1"])).toThrow(
      "Line 1: The answers have no column question. They have code, answer.",
    );
    expect(() => readable(() => [])).toThrow("The table of answers is empty.");
  });

  it("may be of no sheet at all", () => {
    const grade = readable(() => ["code,question,answer"]);
    expect(grade.students.map(({ isAbsent }) => isAbsent)).toEqual([true, true]);
    expect(gradeToJson(grade)).toMatchObject({ mean: null, mistakes: [] });
  });
});

describe("the log of seeds", () => {
  const spec = specOf(SIX);
  const document = makeDocument(spec, finished(planSet(spec, numberedStudents(2), SECRET)));
  const log = [...seedLog(document).chunks].join("");
  const check = (text: string) => checkVersions(new TextEncoder().encode(text), spec);

  it("lets a set be graded by the versions of its types that made it", () => {
    expect(() => check(log)).not.toThrow();
  });

  it("names a type that is at another version, and both versions", () => {
    const { version = 0 } = spec.questions.find(({ type }) => type === "macs") ?? {};
    const other = log.replaceAll(`,macs,${version},`, `,macs,${version + 6},`);
    expect(other).not.toBe(log);
    expect(() => check(other)).toThrow(
      `macs is at version ${version} here, and the sheets were made with version ${version + 6}`,
    );
  });

  it("is refused where it is none", () => {
    expect(() => check("code,answer\n1,2\n")).toThrow("This is no log of seeds");
  });
});
