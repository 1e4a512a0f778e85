import type { SetDocument } from "../document/document";
import type { OutputFile } from "../formats/format";
import { counted, escaped, pageHead, short, wide } from "../page";
import type { SecondWay } from "./proof/way";
import type { QuestionReport, SetReport } from "./report";
import { median } from "./typical";
import { provedWords } from "./words";

/** What was checked, as a page to be read and printed: a table, and a plot of the difficulties. */
export function reportFile(document: SetDocument, report: SetReport): OutputFile {
  return { path: "report.html", chunks: page(document, report) };
}

const WAYS: Readonly<Record<SecondWay | "once", string>> = {
  twin: "a second algorithm",
  "twin-and-quotients": "a second algorithm and difference quotients",
  quotients: "difference quotients",
  places: "laying the window place by place",
  tally: "adding up what each tensor holds",
  "walk-back": "walking back from the last layer",
  line: "a second algorithm for the line; the mistake by the first alone",
  once: "not proved: no second algorithm is known",
};

function* page(document: SetDocument, report: SetReport): Generator<string> {
  const { title, course, sheetCount } = document;
  yield pageHead(`${title}: checks`);
  yield `<h1>${escaped(title)}</h1>\n<p class="soft">${escaped([course, counted(sheetCount, "sheet")].filter(Boolean).join(" · "))}</p>\n`;
  yield `<p>${escaped(summary(document, report))}</p>\n`;
  yield wide(table(document, report), "Questions");
  yield `<h2>Difficulty</h2>\n<p>${escaped(plotWords(report))}</p>\n`;
  yield wide(plot(report), "Difficulty");
  yield `<p class="soft">${escaped(DIFFICULTY_WORDS)}</p>\n</body></html>\n`;
}

const DIFFICULTY_WORDS =
  "Difficulty counts products or comparisons, adds log₂(1 + |number|) for each number that is given, and 6 for each complication such as a stride or padding. The time is half a minute to read and 0.15·d to the power ¾ minutes to work, d being what is typical of the type at its level, times the set’s scale.";

function plotWords({ band }: SetReport): string {
  const percent = short(100 * band);
  return `A line a question, a dot a problem. 100 % is typical of its type and level; in the band behind, none is more than ${percent} % easier or harder than that.`;
}

function summary({ questions, points }: SetDocument, report: SetReport): string {
  const minutes = questions.reduce((sum, one) => sum + (one.isVoid ? 0 : one.minutes), 0);
  return `${provedWords(report)} A sheet has ${counted(points, "point")} and takes about ${counted(Math.round(minutes), "minute")}.`;
}

function table(document: SetDocument, { questions }: SetReport): string {
  const rows = questions.map((question) => row(document, question));
  return `<table><thead><tr>${HEADINGS.map(heading).join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

const HEADINGS = [
  "No.",
  "Question",
  "Level",
  "Minutes",
  "Problems",
  "Different",
  "Mistakes told apart, at least",
  "Difficulty: least, median, most",
  "Key proved by",
];

function heading(words: string, index: number): string {
  return `<th scope="col"${isNumber(index) ? ' class="n"' : ""}>${escaped(words)}</th>`;
}

function isNumber(index: number): boolean {
  return index >= 2 && index <= 7;
}

function row({ questions }: SetDocument, report: QuestionReport): string {
  const { slot, drawn, distinct, mistakes, difficulties, outside } = report;
  const { title = "", isVoid = false, isSameForAll } = questions[slot.index] ?? {};
  const notes = [
    ...(isVoid ? ["void"] : []),
    ...(isSameForAll ? ["the same for all"] : []),
    ...(outside > 0 ? [`${outside} outside the band`] : []),
  ];
  const cells = [
    String(slot.index + 1),
    `${title} (${slot.spec.type})${notes.length > 0 ? `: ${notes.join(", ")}` : ""}`,
    String(slot.spec.level),
    String(slot.minutes),
    String(drawn),
    String(distinct),
    String(mistakes),
    spread(difficulties).map(short).join(" · "),
    [...report.proofs].map(([way, count]) => `${WAYS[way]} (${count})`).join("; "),
  ];
  const written = cells.map(
    (cell, index) => `<td${isNumber(index) ? ' class="n"' : ""}>${escaped(cell)}</td>`,
  );
  return `<tr>${written.join("")}</tr>`;
}

function spread(values: Float64Array): readonly [number, number, number] {
  return [Math.min(...values), median([...values]), Math.max(...values)];
}

/** So many dots of a question are drawn at most; of more, every so many. */
const MOST_DOTS = 400;
const LINE = 30;
const [LEFT, WIDTH] = [40, 860];

/** A line a question, a dot a problem: its difficulty over what is typical, the band behind. */
function plot({ questions, band }: SetReport): string {
  const height = LINE * questions.length + 40;
  const reach = Math.max(band, 0.1) * 1.6;
  const across = (ratio: number): number =>
    LEFT + (WIDTH / 2) * (1 + Math.max(-1, Math.min(1, (ratio - 1) / reach)));
  const [from, to] = [across(1 - band), across(1 + band)];
  const lines = questions.map(({ slot, difficulties }, index) => {
    const y = LINE * index + LINE / 2 + 8;
    const step = Math.max(1, Math.ceil(difficulties.length / MOST_DOTS));
    const dots = Array.from(difficulties)
      .filter((_, at) => at % step === 0)
      .map((value) => {
        const x = short(across(value / slot.difficulty));
        return `<circle cx="${x}" cy="${y}" r="3.5"/>`;
      });
    return `<text x="0" y="${y + 4}">${slot.index + 1}</text><g fill="#0b6fb8" fill-opacity=".35">${dots.join("")}</g>`;
  });
  const axis = [1 - band, 1, 1 + band].map(
    (ratio) =>
      `<line x1="${short(across(ratio))}" x2="${short(across(ratio))}" y1="4" y2="${height - 28}" stroke="#e6e2da"/>` +
      `<text x="${short(across(ratio))}" y="${height - 10}" text-anchor="middle">${short(100 * ratio)} %</text>`,
  );
  return (
    `<svg viewBox="0 0 ${LEFT + WIDTH + 20} ${height}" role="img" aria-label="Difficulty of each problem as a share of what is typical of its type and level">` +
    `<rect x="${short(from)}" y="4" width="${short(to - from)}" height="${height - 32}" fill="#e4f0fa"/>${axis.join("")}${lines.join("")}</svg>`
  );
}
