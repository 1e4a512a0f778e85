import {
  type Grade,
  QUESTION_WORDS,
  type QuestionGrade,
  type StudentGrade,
  amount,
  gradeFiles,
  gradeSummary,
  percent,
  pointsHistogram,
  share,
} from "@/lib/problemset/grade";
import type { GradeView, QuestionRow, StudentRow } from "./types";

/** No list is longer on the page; the files have everything. */
const MOST_ROWS = 500;

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
};

/** A grade as the page shows it: every figure in the words of the report. */
export function viewOf(grade: Grade): GradeView {
  const { students, questions, mistakes, unreadable, problems, problemCount } = grade;
  return {
    title: grade.title,
    summary: gradeSummary(grade),
    points: pointsOf(grade),
    mistakes: mistakes.map((one) => ({
      percent: percent(one.share),
      share: one.share,
      words: one.words,
      questions: one.questions.join(", "),
    })),
    questions: questions.map(questionRow),
    questionWords: QUESTION_WORDS,
    isRegrade: grade.pointsBefore !== undefined,
    students: students.slice(0, MOST_ROWS).map(studentRow),
    studentCount: students.length,
    unreadable: unreadable
      .slice(0, MOST_ROWS)
      .map(
        ({ line, code, question, text, message }) =>
          `Line ${line}: ${code}, question ${question}: “${text.slice(0, 80)}”. ${message}`,
      ),
    unreadableCount: unreadable.length,
    leftOut: problems.slice(0, MOST_ROWS).map(({ line, message }) => `Line ${line}: ${message}`),
    leftOutCount: problemCount,
    files: gradeFiles(grade).map(({ path, chunks }) => ({
      path,
      content: blobOf(chunks, TYPES[path.split(".").at(-1) ?? ""] ?? ""),
    })),
  };
}

function pointsOf(grade: Grade): GradeView["points"] {
  const counts = pointsHistogram(grade);
  const step = grade.points / counts.length;
  return counts.map((students, at) => ({
    from: amount(step * at),
    to: amount(step * (at + 1)),
    students,
  }));
}

function questionRow(grade: QuestionGrade): QuestionRow {
  const { question, counts, thirds, variants } = grade;
  return {
    number: question.number,
    title: question.title,
    points: question.isVoid ? "void" : amount(question.points),
    right: counts.correct,
    wrong: counts.incorrect,
    blank: counts.blank,
    unread: counts.unreadable,
    mean: share(grade.difficulty),
    before: share(grade.difficultyBefore ?? Number.NaN),
    discrimination: share(grade.discrimination),
    thirds: thirds.length > 0 ? thirds.map(share).join(" · ") : "–",
    variants: question.isSameForAll ? "" : variants.map(variantWords).join(", "),
  };
}

function variantWords({ students, difficulty }: QuestionGrade["variants"][number]): string {
  return `${students} × ${share(difficulty)}`;
}

function studentRow({ code, student, isAbsent, points, before, marks, earned }: StudentGrade) {
  const row: StudentRow = {
    code,
    name: student.name || student.id,
    isAbsent,
    points: isAbsent ? "–" : amount(points),
    before: isAbsent || before === undefined ? "–" : amount(before),
    marks: isAbsent
      ? []
      : marks.map(({ outcome }, at) => (outcome === "unreadable" ? "?" : amount(earned[at] ?? 0))),
  };
  return row;
}

function blobOf(chunks: Iterable<string | Uint8Array>, type: string): Blob {
  const pieces = Array.from(chunks, (one) => (typeof one === "string" ? one : new Uint8Array(one)));
  return new Blob(pieces, { type });
}
