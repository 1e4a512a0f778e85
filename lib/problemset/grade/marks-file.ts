import { csvLine } from "../formats/csv-line";
import type { OutputFile } from "../formats/format";
import type { Grade, StudentGrade } from "./grade";

/** One row a student: the points, question by question; UTF-8 with its mark, since Excel needs it. */
export function marksFile(grade: Grade): OutputFile {
  return { path: "marks.csv", chunks: rows(grade) };
}

function* rows({ students, questions, points, pointsBefore }: Grade): Generator<string> {
  const numbers = questions.map(({ question: { number } }) => `q${number}`);
  const more = pointsBefore === undefined ? [] : ["points_before", "of_before"];
  yield `\uFEFF${csvLine(["code", "id", "name", "email", "points", "of", ...more, "absent", "to_be_read", ...numbers])}`;
  for (const student of students) yield csvLine(rowOf(student, points, pointsBefore));
}

function rowOf(grade: StudentGrade, points: number, pointsBefore: number | undefined): string[] {
  const { code, student, isAbsent, open, before = 0 } = grade;
  const more = pointsBefore === undefined ? [] : [amount(before), amount(pointsBefore)];
  return [
    code,
    student.id,
    student.name,
    student.email,
    amount(grade.points),
    amount(points),
    ...more,
    isAbsent ? "yes" : "no",
    String(open),
    ...grade.marks.map((mark, at) => {
      if (isAbsent) return "";
      return Number.isNaN(mark.score) ? "?" : amount(grade.earned[at] ?? 0);
    }),
  ];
}

/** Points to a hundredth. @example amount(1 / 3) // "0.33" */
export function amount(points: number): string {
  return String(Math.round(100 * points) / 100);
}
