import { MAX_CHARACTERS } from "../limits";
import { type Reading, read, unreadable } from "../reading";
import { isTabular, textOfTabular } from "./tabular";

/** The most rows and columns of a table that are read. */
const MOST_ROWS = 700;
const MOST_COLUMNS = 24;

/**
 * The cells of a table from a spreadsheet or a text: between tabs, bars, semicolons, or commas outside of brackets
 * and quotes, else between wide gaps or blanks; or those of a LaTeX tabular. The rule under a Markdown table's heads is left out.
 *
 * @example splitTable("a\tb\n1\t2") // { kind: "value", value: [["a", "b"], ["1", "2"]] }
 */
export function splitTable(text: string): Reading<readonly (readonly string[])[]> {
  if (text.length > MAX_CHARACTERS) {
    const message = `The table has ${text.length} characters; up to ${MAX_CHARACTERS} are read.`;
    return unreadable("TOO_LONG", MAX_CHARACTERS, message);
  }
  const plain = isTabular(text) ? textOfTabular(text) : text;
  const lines = plain.split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !isRule(line));
  if (lines.length > MOST_ROWS) {
    const message = `The table has ${lines.length} rows; up to ${MOST_ROWS} are read.`;
    return unreadable("TOO_LONG", 0, message);
  }
  const divide = dividerOf(lines);
  return read(lines.map((line) => divide(line).slice(0, MOST_COLUMNS).map(unquoted)));
}

/** "|---|:--:|" under the heads of a Markdown table, or a line of dashes. */
function isRule(line: string): boolean {
  return /^[\s|:+=-]+$/.test(line) && /[-=]{2}/.test(line);
}

type Divide = (line: string) => readonly string[];

function dividerOf(lines: readonly string[]): Divide {
  const has = (sign: string) => lines.some((line) => line.includes(sign));
  if (has("\t")) return (line) => line.split("\t");
  if (has("|"))
    return (line) =>
      line
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|");
  if (has(";")) return (line) => outside(line, ";");
  if (areColumns(lines)) return byGaps;
  if (lines.some((line) => outside(line, ",").length > 1)) return (line) => outside(line, ",");
  return (line) => line.trim().split(/ {2,}|(?<=\S) (?=[\d(–-])/);
}

/** Whether every line falls into as many parts by its gaps, none of which ends in a comma. */
function areColumns(lines: readonly string[]): boolean {
  const [width = 1, ...widths] = lines.map((line) => byGaps(line).length);
  return (
    width > 1 && widths.every((one) => one === width) && !lines.some((line) => /, {2}/.test(line))
  );
}

function byGaps(line: string): readonly string[] {
  return line.trim().split(/ {2,}/);
}

/** Divided at a sign where it is in no brackets and no quotes. */
function outside(line: string, sign: string): readonly string[] {
  const cells = [""];
  let [depth, isQuoted] = [0, false];
  for (const one of line) {
    if (one === '"') isQuoted = !isQuoted;
    else if ("([".includes(one)) depth++;
    else if (")]".includes(one)) depth--;
    if (one === sign && depth <= 0 && !isQuoted) cells.push("");
    else cells[cells.length - 1] += one;
  }
  return cells;
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replaceAll('""', '"')
    .trim();
}
