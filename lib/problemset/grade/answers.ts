import { type Complaint, SetError } from "../errors";
import { decode } from "../roster/decode";
import { type Row, eachRow } from "../roster/table";
import { plainCode } from "../seeds/plain-code";

/** What was written in one row. */
export interface GivenAnswer {
  readonly line: number;
  readonly text: string;
}

/** The answers of a class, by sheet and question, both counted from 0. */
export interface Answers {
  readonly at: (sheet: number, question: number) => GivenAnswer | undefined;
  /** Whether any row bears the sheet's code. */
  readonly isPresent: (sheet: number) => boolean;
  /** Rows that do not count, or that replace another, in the order of their lines; the first so many. */
  readonly problems: readonly Complaint[];
  readonly problemCount: number;
}

/** Bytes; a longer file is no table of answers. */
const MOST_BYTES = 200_000_000;
const MOST_ROWS = 2_000_000;

/** No more complaints are kept; the others are counted. */
const MOST_PROBLEMS = 1000;

/**
 * The answers of a table with the columns code, question, answer and any others, in the encodings and with the
 * separators of a roster. A code is read in any case and without its dash, O as 0, I and L as 1. A row whose code or
 * question is not of the set is told and left out; of several rows for one question the last counts, and is told.
 * Held are the last answers only, not the rows.
 *
 * @throws SetError where the file is no such table
 * @example readAnswers(bytes, ["K7QF-2M9X"], 6).at(0, 2)?.text // "2 x 2"
 */
export function readAnswers(
  bytes: Uint8Array,
  codes: readonly string[],
  questionCount: number,
): Answers {
  if (bytes.length > MOST_BYTES) {
    const message = `The answers have ${bytes.length} bytes; ${MOST_BYTES} are the most.`;
    throw new SetError([{ message }]);
  }
  const kept = new Kept(codes, questionCount);
  let columns: Columns | undefined;
  eachRow(decode(bytes), MOST_ROWS, (row) => {
    if (columns) kept.take(row, columns);
    else columns = columnsOf(row);
  });
  if (!columns) throw new SetError([{ message: "The table of answers is empty." }]);
  return kept;
}

const NEEDED = ["code", "question", "answer"] as const;
type Columns = Readonly<Record<(typeof NEEDED)[number], number>>;

function columnsOf({ line, cells }: Row): Columns {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ""));
  const complaints = NEEDED.flatMap((name) => {
    const count = names.filter((one) => one === name).length;
    if (count === 1) return [];
    const message =
      count > 1
        ? `The column ${name} is there twice.`
        : `The answers have no column ${name}. They have ${cells.join(", ")}.`;
    return [{ line, message }];
  });
  if (complaints.length > 0) throw new SetError(complaints);
  const [code, question, answer] = NEEDED.map((name) => names.indexOf(name));
  return { code: code ?? 0, question: question ?? 1, answer: answer ?? 2 };
}

class Kept implements Answers {
  readonly problems: Complaint[] = [];
  problemCount = 0;
  private readonly sheets: ReadonlyMap<string, number>;
  private readonly answers = new Map<number, GivenAnswer>();
  private readonly present = new Set<number>();

  constructor(
    private readonly codes: readonly string[],
    private readonly questionCount: number,
  ) {
    this.sheets = new Map(codes.map((code, index) => [plainCode(code), index]));
  }

  at(sheet: number, question: number): GivenAnswer | undefined {
    return this.answers.get(sheet * this.questionCount + question);
  }

  isPresent(sheet: number): boolean {
    return this.present.has(sheet);
  }

  take({ line, cells }: Row, columns: Columns): void {
    const [code = "", number = ""] = [cells[columns.code], cells[columns.question]];
    const sheet = this.sheets.get(plainCode(code));
    if (sheet === undefined) return this.tell(line, noSheet(code));
    const question = questionNumber(number);
    if (question === undefined || question < 1 || question > this.questionCount) {
      return this.tell(line, noQuestion(number, this.questionCount));
    }
    this.present.add(sheet);
    const place = sheet * this.questionCount + question - 1;
    const before = this.answers.get(place);
    if (before) {
      const which = `${this.codes[sheet]} has an answer to question ${question}`;
      this.tell(line, `${which} on line ${before.line} already; the last one counts.`);
    }
    this.answers.set(place, { line, text: cells[columns.answer] ?? "" });
  }

  private tell(line: number, message: string): void {
    this.problemCount++;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, message });
  }
}

/** "3", "Q3" or "Question 3". */
function questionNumber(text: string): number | undefined {
  const digits = /^(?:q(?:uestion)?\.?)?\s*(\d{1,4})$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function noSheet(code: string): string {
  if (code === "") return "The code is empty; the row is left out.";
  return `No sheet of this set has the code "${code.slice(0, 40)}"; the row is left out.`;
}

function noQuestion(text: string, count: number): string {
  const range = count === 1 ? "there is question 1 alone" : `the questions are 1 to ${count}`;
  return `The question is "${text.slice(0, 40)}", but ${range}; the row is left out.`;
}
