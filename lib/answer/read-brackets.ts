import { MAX_CELLS, MAX_DEPTH } from "./limits";
import { type Nested, flattened, isList } from "./nested";
import type { Given } from "./quantity";
import { type CellReader, elided, tooMany } from "./read-cell";
import { type Reading, type Unreadable, inWhole, placeOf, unreadable } from "./reading";

/** Names that stand before a list and mean the list: np.array([..]), tensor([..]), torch.Size([..]). */
const WRAPPER =
  /^(?:\w{1,12}\.)?(?:array|Array|DeviceArray|ndarray|asarray|list|tuple|matrix|Matrix|tensor|Tensor|FloatTensor|constant|Variable|Size|TensorShape|(?:float|int|uint)\d{1,2})$/;

const CLOSERS: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** The most characters of one cell: working such as (1+2)/3. */
const LONGEST_CELL = 80;

/** One open list. */
interface Frame {
  readonly closer: string;
  /** np.array(..): what follows the first value is an option such as dtype=. */
  readonly isCall: boolean;
  /** Rows that are finished by ";", as in MATLAB. */
  readonly rows: Nested[];
  row: Nested[];
  last: "start" | "item" | "comma" | "semicolon";
}

interface Scan {
  readonly text: string;
  readonly readCell: CellReader;
  readonly frames: Frame[];
  /** Cells in which nothing is written. */
  blanks: number;
  /** The options after a value have begun: nothing more is read. */
  ended: boolean;
}

/**
 * Lists in brackets, as Python, NumPy, PyTorch, TensorFlow, MATLAB or Mathematica write or print them. Cells are
 * divided by commas or spaces, MATLAB's rows by semicolons; lists one after another are a list.
 *
 * @example readBrackets("tensor([[1, 2],\n        [3, 4]])", cellReader()) // shape [2, 2]
 */
export function readBrackets(plain: string, readCell: CellReader): Reading<Given> {
  const scan: Scan = { text: plain, readCell, frames: [frame("", false)], blanks: 0, ended: false };
  let at = beginning(plain);
  while (at < plain.length && !scan.ended) {
    const next = step(scan, at);
    if (typeof next !== "number") return next;
    if (scan.blanks > MAX_CELLS) return tooMany();
    at = next;
  }
  const root = scan.frames[0];
  const unfinished = scan.frames.slice(1).findLast(({ isCall }) => !isCall);
  if (!root || (unfinished && !scan.ended)) return unclosed(plain, unfinished?.closer ?? "]");
  while (scan.frames.length > 1) close(scan);
  return flattened(finished(root));
}

/** TensorFlow prints what it knows of a tensor before its values: <tf.Tensor: shape=(2,), numpy=array([..])>. */
function beginning(plain: string): number {
  const start = plain.length - plain.trimStart().length;
  if (!/^<\w{1,12}\.\w{1,20}/.test(plain.slice(start, start + 40))) return start;
  const values = plain.indexOf("numpy=");
  return values < 0 ? start : values + "numpy=".length;
}

function step(scan: Scan, at: number): number | Unreadable {
  const { text, frames } = scan;
  const character = text.charAt(at);
  const top = frames.at(-1) ?? frame("", false);
  if (/[\s'"]/.test(character)) return at + 1;
  if (character === ",") return comma(scan, top, at);
  if (character === ";") return semicolon(scan, top, at);
  if ("[({".includes(character) && !startsWorking(scan, at)) return open(scan, at, false);
  if ("])}".includes(character)) return closeAt(scan, at);
  if (character === ">" && frames.length === 1) return at + 1;
  return word(scan, at);
}

function frame(closer: string, isCall: boolean): Frame {
  return { closer, isCall, rows: [], row: [], last: "start" };
}

function open({ frames, text }: Scan, at: number, isCall: boolean): number | Unreadable {
  if (frames.length > MAX_DEPTH) {
    return unreadable(
      "TOO_DEEP",
      at,
      `More than ${MAX_DEPTH} brackets are open at once; a tensor has rank 4 at most.`,
    );
  }
  frames.push(frame(CLOSERS[text.charAt(at)] ?? "]", isCall));
  return at + 1;
}

function comma(scan: Scan, top: Frame, at: number): number {
  if (top.last !== "item") blank(scan, top);
  top.last = "comma";
  return at + 1;
}

function blank(scan: Scan, top: Frame): void {
  top.row.push(null);
  scan.blanks += 1;
}

function semicolon(scan: Scan, top: Frame, at: number): number {
  if (top.last === "comma" || top.last === "start") blank(scan, top);
  top.rows.push(top.row);
  top.row = [];
  top.last = "semicolon";
  return at + 1;
}

function closeAt(scan: Scan, at: number): number | Unreadable {
  const { frames, text } = scan;
  const top = frames.at(-1);
  if (!top || frames.length === 1 || top.closer !== text.charAt(at)) {
    const wanted = top && frames.length > 1 ? `“${top.closer}” would fit` : "nothing is open there";
    return unreadable(
      "UNEXPECTED",
      at,
      `“${text.charAt(at)}” closes what was not opened, at ${placeOf(text, at)}; ${wanted}.`,
    );
  }
  // [1, 2, ] holds a blank; [1, 2,] and a line's end after the comma are Python's way to close a list.
  if (top.last === "comma" && text.charAt(at - 1) === " " && isSameLine(text, at))
    top.row.push(null);
  close(scan);
  return at + 1;
}

function isSameLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before > 0 && text.charAt(before) === " ") before--;
  return text.charAt(before) === ",";
}

function close({ frames }: Scan): void {
  const done = frames.pop();
  const top = frames.at(-1);
  if (!done || !top) return;
  top.row.push(done.isCall || isWrapped(done) ? finished(done) : listOf(done));
  top.last = "item";
}

/** (3) is a number in brackets; (3,) and [3] are lists. */
function isWrapped({ closer, rows, row, last }: Frame): boolean {
  return (
    closer === ")" && rows.length === 0 && row.length === 1 && last === "item" && !isList(row[0])
  );
}

function listOf({ rows, row }: Frame): readonly Nested[] {
  if (rows.length === 0) return row;
  const all: readonly Nested[] = row.length > 0 ? [...rows, row] : rows;
  return all.map((one) => (isList(one) && one.length === 1 && isList(one[0]) ? one[0] : one));
}

/** One value stands for itself, several for a list of them. */
function finished(done: Frame): Nested {
  const list = listOf(done);
  const [only, ...more] = list;
  return only !== undefined && more.length === 0 && done.rows.length === 0 ? only : list;
}

/** Whether a bracket inside a list begins working, (1 + 2)/3, and not another list. */
function startsWorking({ text, frames }: Scan, at: number): boolean {
  if (text.charAt(at) !== "(" || frames.length < 2 || frames.at(-1)?.isCall) return false;
  return !text.slice(at, workingEnd(text, at)).includes(",");
}

function word(scan: Scan, at: number): number | Unreadable {
  const { text, frames } = scan;
  const end = workingEnd(text, at + signBefore(scan, at));
  const written = text.slice(at, end);
  const name = /^[A-Za-z_][\w.]*/.exec(written.slice(0, LONGEST_CELL))?.[0] ?? "";
  const after = text.charAt(at + name.length);
  if (WRAPPER.test(name) && after === "(") return open(scan, at + name.length, true);
  // TensorFlow.js prints Tensor, and the list on the next line.
  if (name === "Tensor" && /^\s*\[/.test(text.slice(end, end + 80))) return end;
  if (written.startsWith("...") || written.startsWith("…")) return elided(at);
  if (name !== "" && /^\s*=/.test(text.slice(at + name.length, at + name.length + 8))) {
    return option(scan, at, name);
  }
  const top = frames.at(-1);
  const cell = inWhole(scan.readCell(written, { commas: false }), text, at);
  if (cell.kind === "unreadable") return end > at ? cell : unexpected(text, at);
  top?.row.push(cell.value);
  if (top) top.last = "item";
  return Math.max(end, at + 1);
}

/** A sign and the spaces after it, where nothing stands before that it could be taken from: [- 4, - 5]. */
function signBefore({ text, frames }: Scan, at: number): number {
  if (frames.at(-1)?.last === "item") return 0;
  return /^[+-] {1,4}(?=[\d.])/.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

/** "Y = [[1, 2]]" names the answer; "dtype=float32" after a value ends it. */
function option(scan: Scan, at: number, name: string): number | Unreadable {
  if (scan.frames.length === 1 && scan.frames[0]?.row.length === 0) {
    return scan.text.indexOf("=", at + name.length) + 1;
  }
  if (scan.frames.at(-1)?.isCall !== true) return unexpected(scan.text, at);
  scan.ended = true;
  return scan.text.length;
}

/** Where a word ends: at a space, a comma or a bracket that it has not opened itself. */
function workingEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < text.length && at - from < LONGEST_CELL; at++) {
    const character = text.charAt(at);
    if (character === "(") depth++;
    else if (character === ")" && depth > 0) depth--;
    else if (depth === 0 && /[\s,;[\](){}<>=|'"]/.test(character)) break;
  }
  return at;
}

function unexpected(text: string, at: number): Unreadable {
  return unreadable(
    "UNEXPECTED",
    at,
    `Reading stopped at ${placeOf(text, at)}. A number, a comma or a bracket would fit, as in [[1, 2], [3, 4]] or a pasted printout.`,
  );
}

function unclosed(text: string, closer: string): Unreadable {
  return unreadable("UNFINISHED", text.length, `The text ends before “${closer}” closes the list.`);
}
