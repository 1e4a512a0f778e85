/** A line of the text, and where it begins. */
export interface Line {
  readonly text: string;
  readonly at: number;
}

/** Lines of cells that belong to one plane. */
export interface Block {
  readonly lines: Line[];
  /** The power of ten that MATLAB prints before the cells. */
  readonly power: number;
  /** Whether these are more columns of the block before. */
  readonly continues: boolean;
}

/** MATLAB names what it prints: "ans =", and "Y(:,:,2) =" before each channel; Julia says "2×2 Matrix{Float64}:". */
const PRINTED_NAME =
  /^\s*(?:\w{0,30}(?:\(:,:(?:,\d+)*\))?\s*=|\d{1,9}(?:×\d{1,9}|-element) \w{1,30}(?:\{[^{}]{0,40}\})?:)\s*$/;

/** "Columns 1 through 8", in Octave "Columns 9 and 10:". */
const COLUMNS = /^\s*Columns? (\d{1,9})(?: (?:through|to|and) \d{1,9})?:?\s*$/;

/** "1.0e+03 *" */
const FACTOR = /^\s*1\.0e([+-]\d{1,3})\s{1,4}\*\s*$/;

/** What frames a row: | of tables and of people, and the tall brackets that SymPy draws. */
const FRAMES = "|│⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠⎪";

const LONGEST_HEADING = 80;

/**
 * The blocks of cells in a text of rows: blank lines and names stand between them, at the ends they mean nothing. Frames
 * become spaces, so that places stay; the rule under a table's head is left out, and the head too where it is blank.
 *
 * @example blocksIn("Y =\n\n   1.0e+03 *\n\n    1.2000    0.5000").length // 1
 */
export function blocksIn(plain: string): Block[] {
  const blocks: Block[] = [];
  let [open, power, continues] = [false, 0, false];
  for (const line of tableRows(linesOf(plain))) {
    const heading = line.text.slice(0, LONGEST_HEADING);
    const factor = FACTOR.exec(heading);
    const columns = COLUMNS.exec(heading);
    if (factor) power = Number(factor[1]);
    if (columns) continues = columns[1] !== "1";
    if (PRINTED_NAME.test(heading)) [power, continues] = [0, false];
    if (factor || columns || line.text.trim() === "" || PRINTED_NAME.test(heading)) open = false;
    else if (open) blocks.at(-1)?.lines.push(line);
    else [open] = [blocks.push({ lines: [line], power, continues }) > 0];
  }
  return blocks;
}

function linesOf(plain: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of plain.split("\n")) {
    lines.push({ text, at });
    at += text.length + 1;
  }
  return lines;
}

/** The rows of a table without its frame, its rule and a blank head. */
function tableRows(lines: readonly Line[]): Line[] {
  const isBlankHead =
    lines.some(({ text }, index) => isRule(text) && index === 1) && isBlank(lines[0]);
  return lines
    .slice(isBlankHead ? 1 : 0)
    .filter(({ text }) => !isRule(text))
    .map(({ text, at }) => ({ text: unframed(text), at }));
}

function isBlank(line: Line | undefined): boolean {
  return line !== undefined && /^[\s|]*$/.test(line.text);
}

/** |---|:-:| or +---+---+ */
function isRule(text: string): boolean {
  return /^[\s|:+-]*$/.test(text) && text.includes("-") && /[|+]|---/.test(text);
}

function unframed(text: string): string {
  const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length - 1];
  const isFramed = (at: number) => FRAMES.includes(text.charAt(at)) && text.charAt(at) !== "";
  const opened = isFramed(start) ? `${text.slice(0, start)} ${text.slice(start + 1)}` : text;
  return isFramed(end) && end > start ? `${opened.slice(0, end)} ${opened.slice(end + 1)}` : opened;
}
