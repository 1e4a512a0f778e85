import Papa from "papaparse";
import { type Complaint, SetError } from "../errors";

/** A row that is not empty, and the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * The rows of a table in CSV: comma, semicolon or tab, whichever the first line has most of; Excel's line "sep=;" is
 * obeyed. Cells are trimmed, empty lines passed over.
 *
 * @throws SetError where a quotation mark is left open, or more rows than `most` stand below the headings
 * @example tableRows("id;name\n7;Ada", 10)[1] // { line: 2, cells: ["7", "Ada"] }
 */
export function tableRows(text: string, most: number): Row[] {
  const rows: Row[] = [];
  eachRow(text, most, (row) => rows.push(row));
  return rows;
}

/** The same, each row handed over as it is read, so that a long table need not be held. @throws SetError as `tableRows` */
export function eachRow(text: string, most: number, take: (row: Row) => void): void {
  const [announced] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = announced === undefined ? text : text.slice(announced.length);
  const separator = announced?.[4] ?? separatorOf(body);
  readRows(body, { delimiter: separator, firstLine: announced === undefined ? 1 : 2, most }, take);
}

/** What stands most often in the first line that holds anything. */
function separatorOf(text: string): string {
  const line = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

interface TableForm {
  readonly delimiter: string;
  readonly firstLine: number;
  readonly most: number;
}

function readRows(
  text: string,
  { delimiter, firstLine, most }: TableForm,
  take: (row: Row) => void,
): void {
  let [line, cursor, count] = [firstLine, 0, 0];
  let complaint: Complaint | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const cells = data.map((cell) => cell.trim());
      const isRow = cells.some((cell) => cell !== "");
      if (isRow) count++;
      complaint = complaintOf(errors, line) ?? (count > most + 1 ? tooMany(line, most) : undefined);
      if (isRow && !complaint) take({ line, cells });
      if (complaint) parser.abort();
      line += lineBreaks(text.slice(cursor, meta.cursor));
      cursor = meta.cursor;
    },
  });
  if (complaint) throw new SetError([complaint]);
}

function complaintOf(errors: readonly Papa.ParseError[], line: number): Complaint | undefined {
  if (!errors.some(({ type }) => type === "Quotes")) return undefined;
  return { line, message: 'A quotation mark " is opened and not closed as it should be.' };
}

function tooMany(line: number, most: number): Complaint {
  return {
    line,
    message: `The table has more than ${most} rows below its headings, which is the most.`,
  };
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
