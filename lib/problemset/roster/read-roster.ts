import { type Complaint, SetError } from "../errors";
import { decode } from "./decode";
import { MOST_STUDENTS, type Student } from "./student";
import { type Row, tableRows } from "./table";

const NEEDED = ["id", "name", "email"] as const;
type Needed = (typeof NEEDED)[number];

/** Bytes; a longer file is no roster. */
const MOST_BYTES = 50_000_000;

const NO_TEXT =
  "The roster is no text. A spreadsheet saves one as CSV: a line a student, below a line with id, name, email.";

/** Characters of a cell. */
const LONGEST_CELL = 1000;
const LONGEST_ID = 100;

/**
 * The students of a roster, a table with the columns id, name, email and any others.
 *
 * @throws SetError with a sentence for everything that does not fit, and its line
 * @example readRoster(new TextEncoder().encode("id,name,email\n7,Ada,a@b.c"))[0]?.name // "Ada"
 */
export function readRoster(bytes: Uint8Array): Student[] {
  if (bytes.length > MOST_BYTES) {
    const message = `The roster has ${bytes.length} bytes; ${MOST_BYTES} are the most.`;
    throw new SetError([{ message }]);
  }
  const text = decode(bytes);
  if (text.includes("\0")) throw new SetError([{ message: NO_TEXT }]);
  const [heading, ...rows] = tableRows(text, MOST_STUDENTS);
  if (!heading) throw new SetError([{ message: "The roster is empty." }]);
  const columns = columnsOf(heading);
  if (rows.length === 0) {
    const message = "The roster has its headings, but no student below them.";
    throw new SetError([{ line: heading.line, message }]);
  }
  return studentsOf(rows, columns);
}

/** The names of the columns; those that are needed go by their own names, however they were written. */
function columnsOf({ line, cells }: Row): string[] {
  const columns = cells.map(
    (cell) => NEEDED.find((name) => plain(cell) === name) ?? cell.normalize("NFC"),
  );
  const missing = NEEDED.filter((name) => !columns.includes(name));
  const twice = columns.filter((name, at) => name !== "" && columns.indexOf(name) !== at);
  const complaints = [
    ...missing.map((name) => `The roster has no column ${name}. It has ${columns.join(", ")}.`),
    ...twice.map((name) => `The column ${name} is there twice.`),
  ];
  if (complaints.length === 0) return columns;
  throw new SetError(complaints.map((message) => ({ line, message })));
}

/** "E-Mail" is email. */
function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]/g, "");
}

function studentsOf(rows: readonly Row[], columns: readonly string[]): Student[] {
  const complaints: Complaint[] = [];
  const firstLines = new Map<string, number>();
  const students = rows.map(({ line, cells }) => {
    const wrong = (message: string): void => void complaints.push({ line, message });
    const student = studentOf(cells, columns, wrong);
    const { id } = student;
    const first = firstLines.get(id);
    if (id !== "" && first !== undefined) wrong(`The id "${id}" stands on line ${first} already.`);
    else firstLines.set(id, line);
    return student;
  });
  if (complaints.length > 0) throw new SetError(complaints);
  return students;
}

function studentOf(
  cells: readonly string[],
  columns: readonly string[],
  wrong: (message: string) => void,
): Student {
  if (cells.slice(columns.length).some((cell) => cell !== "")) {
    wrong(`There are ${cells.length} cells, but ${columns.length} columns.`);
  }
  const cellOf = (name: Needed | "large_print" | "time_factor"): string =>
    (cells[columns.indexOf(name)] ?? "").normalize("NFC");
  const id = cellOf("id");
  if (id === "") wrong("The id is empty.");
  if (id.length > LONGEST_ID)
    wrong(`The id has ${id.length} characters; ${LONGEST_ID} are the most.`);
  if (cells.some((cell) => cell.length > LONGEST_CELL)) {
    wrong(`A cell has more than ${LONGEST_CELL} characters.`);
  }
  return {
    id,
    name: cellOf("name"),
    email: cellOf("email"),
    columns: Object.fromEntries(
      columns.flatMap((name, at) =>
        isNeeded(name) || name === "" ? [] : [[name, cells[at] ?? ""]],
      ),
    ),
    isLargePrint: yesOrNo(cellOf("large_print"), wrong),
    timeFactor: timeFactor(cellOf("time_factor"), wrong),
  };
}

function isNeeded(name: string): boolean {
  return NEEDED.some((one) => one === name);
}

const YES = ["yes", "y", "true", "1", "x"];
const NO = ["no", "n", "false", "0", "-", ""];

function yesOrNo(cell: string, wrong: (message: string) => void): boolean {
  const word = cell.toLowerCase();
  if (!YES.includes(word) && !NO.includes(word)) {
    wrong(`large_print is "${cell}"; write yes or no.`);
  }
  return YES.includes(word);
}

function timeFactor(cell: string, wrong: (message: string) => void): number {
  if (cell === "") return 1;
  const factor = Number(cell.replace(",", "."));
  if (factor >= 0.1 && factor <= 10) return factor;
  wrong(`time_factor is "${cell}"; write a number from 0.1 to 10, such as 1.5.`);
  return 1;
}
