import { MAX_CELLS, MAX_CELL_EXPRESSIONS } from "./limits";
import { type Cell, type Quantity, exactly } from "./quantity";
import { readExpression } from "./read-expression";
import { readSimple } from "./read-simple";
import { type Reading, read, unreadable } from "./reading";

/** How people leave a cell open. */
const BLANKS: readonly string[] = ["", "_", "?", "□", "null", "None", "none"];

/** A short expression counts as one of so many characters: each takes a parse. */
const LEAST_COST = 8;

/** What most cells are; such a number is read at once. */
const SHORT_INTEGER = /^-?\d{1,15}$/;
const SHORT_DECIMAL = /^-?\d{0,9}\.\d{1,9}$/;
const SHORT_FRACTION = /^(-?\d{1,9})\/(\d{1,9})$/;

/** Reads one cell after another; expressions in cells share one limit, since each takes a parse. */
export type CellReader = (word: string, options?: { readonly commas?: boolean }) => Reading<Cell>;

/**
 * A reader of the cells of one answer: numbers, fractions, short expressions; blanks are null.
 *
 * @example cellReader()("3/4") // a quantity of 0.75
 */
export function cellReader(mostCells = MAX_CELLS): CellReader {
  let left = MAX_CELL_EXPRESSIONS;
  let cells = 0;
  return (word, { commas = true } = {}) => {
    const text = word.trim();
    cells += 1;
    if (cells > mostCells) return tooMany(mostCells);
    const usual = usualCell(text);
    if (usual !== undefined) return read(usual);
    if (BLANKS.includes(text)) return read(null);
    const simple = readSimple(text, commas);
    if (simple.kind === "value" || simple.code !== "UNEXPECTED") return simple;
    if (/^(?:\.{2,}|…|\.\.\.,?)$/.test(text)) return elided(0);
    left -= Math.max(text.length, LEAST_COST);
    if (left < 0) {
      return unreadable(
        "TOO_MUCH",
        0,
        `The cells hold more than ${MAX_CELL_EXPRESSIONS} characters of working. Write the results.`,
      );
    }
    return readExpression(text);
  };
}

/** The answer to more cells than a text may hold. */
export function tooMany(mostCells = MAX_CELLS) {
  return unreadable(
    "TOO_MUCH",
    0,
    `The answer holds more than ${mostCells} cells, which is the most that a text may hold.`,
  );
}

function usualCell(text: string): Cell | undefined {
  if (SHORT_INTEGER.test(text)) return Number(text) + 0;
  if (SHORT_DECIMAL.test(text)) return shortDecimal(text);
  const [, over = "", under = ""] = SHORT_FRACTION.exec(text) ?? [];
  const value = Number(over) / Number(under) + 0;
  return over === "" || !Number.isFinite(value)
    ? undefined
    : exactly(value, text.replace("-", "−"));
}

function shortDecimal(text: string): Quantity {
  const [whole = "", decimals = ""] = text.replace("-", "").split(".", 2);
  return {
    value: Number(text) + 0,
    form: "decimal",
    place: -decimals.length,
    digits: (whole + decimals).replace(/^0+/, "").length,
    shown: `${text.startsWith("-") ? "−" : ""}${whole || "0"}.${decimals}`,
  };
}

/** The answer to cells that a printout left out. */
export function elided(at: number) {
  return unreadable(
    "ELIDED",
    at,
    'Some cells are left out (“…”). Print the whole tensor, with numpy.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile="full"), and paste that.',
  );
}
