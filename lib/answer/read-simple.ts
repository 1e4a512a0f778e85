import { MAX_CHARACTERS } from "./limits";
import { plainText } from "./plain-text";
import { type Quantity, exactly, precisionOf } from "./quantity";
import { numeralIn } from "./read-numeral";
import { NOTHING_WRITTEN, type Reading, read, unreadable } from "./reading";
import { VULGAR_FRACTIONS } from "./vulgar-fractions";

const NOT_FINITE: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["∞", Number.POSITIVE_INFINITY],
]);

/** A mixed number without a character of its own for its fraction. */
const WRITTEN_OUT = /^([+-]?)(\d{1,9}) (\d{1,4})\/(\d{1,4})$/;

/**
 * One number without working: an integer, a decimal, a fraction, a mixed number, ∞ or NaN.
 * It loads nothing, so it can stand on any page; `readExpression` reads working too.
 *
 * @param commas false where a comma separates cells
 * @example readSimple("3/4") // { kind: "value", value: { value: 0.75, … } }
 */
export function readSimple(typed: string, commas = true): Reading<Quantity> {
  if (typed.length > MAX_CHARACTERS) return tooLong(typed);
  const text = plainText(typed).trim();
  if (text === "") return NOTHING_WRITTEN;
  const numeral = numeralIn(text, commas);
  if (numeral) return finite(numeral, text);
  const other = notFinite(text) ?? mixed(text) ?? fraction(text, commas);
  return (
    other ??
    unreadable(
      "UNEXPECTED",
      0,
      `“${shorten(text)}” does not read as one number, such as −4 or 2.5.`,
    )
  );
}

/** The answer to a text beyond the limit. */
export function tooLong(typed: string) {
  return unreadable(
    "TOO_LONG",
    MAX_CHARACTERS,
    `The answer has ${typed.length} characters; at most ${MAX_CHARACTERS} are read.`,
  );
}

/** A beginning of what was typed, short enough for a sentence. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

function finite(quantity: Quantity, text: string): Reading<Quantity> {
  if (Number.isFinite(quantity.value)) return read(quantity);
  return unreadable(
    "TOO_MUCH",
    0,
    `“${shorten(text)}” is larger than any number that is computed with (10³⁰⁸).`,
  );
}

function notFinite(text: string): Reading<Quantity> | undefined {
  const negative = text.startsWith("-");
  const name = text.replace(/^[+-]/, "").toLowerCase();
  const value = NOT_FINITE.get(name);
  if (value === undefined) return undefined;
  const shown = Number.isNaN(value) ? "NaN" : "∞";
  return read(
    negative ? exactly(-value, Number.isNaN(value) ? shown : "−∞") : exactly(value, shown),
  );
}

/** ½, −2½, 2 ½, 2 1/2. */
function mixed(text: string): Reading<Quantity> | undefined {
  const written = WRITTEN_OUT.exec(text);
  if (written) return writtenOut(written, text);
  const parts = VULGAR_FRACTIONS.get(text.slice(-1));
  if (!parts) return undefined;
  const negative = text.startsWith("-");
  const whole = text.slice(negative || text.startsWith("+") ? 1 : 0, -1).trim();
  if (whole.length > 9 || !/^\d*$/.test(whole)) return undefined;
  const value = Number(whole) + parts[0] / parts[1];
  const sign = negative ? "−" : "";
  return read(exactly(negative ? -value : value, `${sign}${whole}${text.slice(-1)}`));
}

/** −2 1/2 is −(2 + 1/2); 2 5/3 is not written so. */
function writtenOut(
  [, sign, whole, over, under]: RegExpExecArray,
  text: string,
): Reading<Quantity> | undefined {
  const part = Number(over) / Number(under);
  if (!(part > 0 && part < 1)) return undefined;
  const value = Number(whole) + part;
  return read(exactly(sign === "-" ? -value : value, text.replace("-", "−")));
}

function fraction(text: string, commas: boolean): Reading<Quantity> | undefined {
  const [over = "", under = "", ...more] = text.split("/", 3);
  const [top, bottom] = [numeralIn(over, commas), numeralIn(under, commas)];
  if (!top || !bottom || more.length > 0) return undefined;
  if (bottom.value === 0) {
    const at = text.indexOf("/") + 1;
    return unreadable("DIVISION_BY_ZERO", at, `“${shorten(text)}” divides by 0.`);
  }
  const value = top.value / bottom.value;
  const decimals = [top, bottom].flatMap(({ form, digits }) =>
    form === "decimal" ? [digits] : [],
  );
  const whole = exactly(value === 0 ? 0 : value, `${top.shown}/${bottom.shown}`);
  return finite({ ...whole, ...precisionOf(decimals) }, text);
}
