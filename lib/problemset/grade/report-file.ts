import type { OutputFile } from "../formats/format";
import { counted, escaped, pageHead, wide } from "../page";
import type { Grade, QuestionGrade } from "./grade";
import { amount } from "./marks-file";
import { mistakePlot, pointsPlot } from "./plots";
import { mean } from "./statistics";

/** How the class did, as a page to be read and printed. It names no student: answers to be read go by their codes. */
export function gradeReport(grade: Grade): OutputFile {
  return { path: "report.html", chunks: page(grade) };
}

function* page(grade: Grade): Generator<string> {
  const { title, course, students } = grade;
  yield pageHead(`${title}: marks`);
  yield `<h1>${escaped(title)}</h1>\n<p class="soft">${escaped([course, counted(students.length, "sheet")].filter(Boolean).join(" · "))}</p>\n`;
  yield paragraph(gradeSummary(grade));
  yield "<h2>Points</h2>\n";
  yield wide(pointsPlot(grade), "Points");
  yield "<h2>Mistakes</h2>\n";
  yield grade.mistakes.length === 0
    ? paragraph("None that has a name.")
    : wide(mistakePlot(grade), "Mistakes");
  yield "<h2>Questions</h2>\n";
  yield questionTable(grade);
  yield paragraph(QUESTION_WORDS, "soft");
  yield* toBeRead(grade);
  yield* leftOut(grade);
  yield "</body></html>\n";
}

/** How many sat it, and the mean. */
export function gradeSummary({ students, points, pointsBefore, unreadable }: Grade): string {
  const present = students.filter(({ isAbsent }) => !isAbsent);
  const absent = students.length - present.length;
  if (present.length === 0) return "No answer is of a sheet of this set.";
  const average = amount(mean(present.map((one) => one.points)));
  const old = amount(mean(present.map(({ before = 0 }) => before)));
  return [
    `${counted(present.length, "student")} ${present.length === 1 ? "has" : "have"} ${average} of ${amount(points)} points on average.`,
    ...(pointsBefore === undefined
      ? []
      : [`Before the regrade it was ${old} of ${amount(pointsBefore)}.`]),
    ...(absent > 0
      ? [
          `${counted(absent, "sheet")} without an answer ${absent === 1 ? "is" : "are"} left out of the means.`,
        ]
      : []),
    ...(unreadable.length > 0
      ? [`${counted(unreadable.length, "answer")} could not be read and gave no points yet.`]
      : []),
  ].join(" ");
}

/** What the columns of the questions mean. */
export const QUESTION_WORDS =
  "Mean score: the share of the points that was earned, from 0 to 1, without answers that could not be read. Discrimination: the correlation of the score with the points in all other questions (Henrysson, 1963); below 0.2 the question hardly tells strong from weak. Thirds: the mean scores of the easiest, middle and hardest variants by their computed difficulty; alike where the variants are fair. A void question counts for nobody.";

function questionTable({ questions, pointsBefore }: Grade): string {
  const before = pointsBefore === undefined ? [] : ["Before"];
  const headings = [
    "",
    "Question",
    "Points",
    "Right",
    "Wrong",
    "Blank",
    "Unread",
    "Mean score",
    ...before,
    "Discrimination",
    "Thirds",
  ];
  const head = headings.map(
    (words, at) => `<th scope="col"${at >= 2 ? ' class="n"' : ""}>${escaped(words)}</th>`,
  );
  const rows = questions.map((one) => row(one, before.length > 0));
  return wide(
    `<table><thead><tr>${head.join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`,
    "How each question went",
  );
}

function row(grade: QuestionGrade, hasBefore: boolean): string {
  const { question, counts, thirds, variants } = grade;
  const shared = variants.length > 0 && variants.length < counts.correct + counts.incorrect;
  const means = variants
    .slice(0, MOST_VARIANTS)
    .map((one) => `${one.students} × ${share(one.difficulty)}`);
  const notes = [
    `${question.title} (${question.type})`,
    ...(question.isVoid ? ["void"] : []),
    ...(shared && !question.isSameForAll ? [`repeated variants: ${means.join(", ")}`] : []),
  ];
  const cells = [
    String(question.number),
    notes.join("; "),
    question.isVoid ? "–" : amount(question.points),
    ...[counts.correct, counts.incorrect, counts.blank, counts.unreadable].map(String),
    share(grade.difficulty),
    ...(hasBefore ? [share(grade.difficultyBefore ?? Number.NaN)] : []),
    share(grade.discrimination),
    thirds.length > 0 ? thirds.map(share).join(" · ") : "–",
  ];
  const written = cells.map(
    (cell, at) => `<td${at >= 2 ? ' class="n"' : ""}>${escaped(cell)}</td>`,
  );
  return `<tr>${written.join("")}</tr>`;
}

const MOST_VARIANTS = 8;

/** A share with two places and a true minus; a dash where there is none. @example share(-0.5) // "−0.50" */
export function share(value: number): string {
  if (Number.isNaN(value)) return "–";
  return (Math.round(100 * value) / 100 + 0).toFixed(2).replace("-", "−");
}

/** No list is longer on the page; the table of marks has them all. */
const MOST_LINES = 200;

function* toBeRead({ unreadable }: Grade): Generator<string> {
  if (unreadable.length === 0) return;
  yield "<h2>To be read by a person</h2>\n";
  const lines = unreadable.map(
    ({ code, question, line, text, message }) =>
      `${code}, question ${question} (line ${line}): “${text.slice(0, 80)}”. ${message}`,
  );
  yield list(lines, unreadable.length);
}

function* leftOut({ problems, problemCount }: Grade): Generator<string> {
  if (problemCount === 0) return;
  yield "<h2>Rows that do not count</h2>\n";
  yield list(
    problems.map(({ line, message }) => `Line ${line}: ${message}`),
    problemCount,
  );
}

function list(lines: readonly string[], count: number): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => `<li>${escaped(line)}</li>`);
  const rest = count - shown.length;
  return `<ul>${shown.join("\n")}</ul>\n${rest > 0 ? paragraph(`… and ${rest} more.`) : ""}`;
}

function paragraph(text: string, name?: string): string {
  return `<p${name === undefined ? "" : ` class="${name}"`}>${escaped(text)}</p>\n`;
}
