import { MAX_CELL_EXPRESSIONS } from "./limits";
import type { Cell } from "./quantity";
import { readExpression } from "./read-expression";
import { readSimple } from "./read-simple";
import { type Reading, read, unreadable } from "./reading";

/** How people leave a cell open. */
const BLANKS: readonly string[] = ["", "_", "?", "□", "null", "None", "none"];

/** Reads one cell after another; expressions in cells share one limit, since each takes a parse. */
export type CellReader = (word: string, options?: { readonly commas?: boolean }) => Reading<Cell>;

/**
 * A reader of the cells of one answer: numbers, fractions, short expressions; blanks are null.
 *
 * @example cellReader()("3/4") // a quantity of 0.75
 */
export function cellReader(): CellReader {
  let left = MAX_CELL_EXPRESSIONS;
  return (word, { commas = true } = {}) => {
    const text = word.trim();
    if (BLANKS.includes(text)) return read(null);
    const simple = readSimple(text, commas);
    if (simple.kind === "value" || simple.code !== "UNEXPECTED") return simple;
    if (/^(?:\.{2,}|…|\.\.\.,?)$/.test(text)) return elided(0);
    left -= text.length;
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

/** The answer to cells that a printout left out. */
export function elided(at: number) {
  return unreadable(
    "ELIDED",
    at,
    'Some cells are left out (“…”). Print the whole tensor, with numpy.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile="full"), and paste that.',
  );
}
