import { plainText } from "./plain-text";
import type { Quantity } from "./quantity";

/** One number without a sign, however it is grouped, with Mathematica's 2.5*^3 for 2.5e3; sticky, and linear since no two parts overlap. */
const NUMERAL =
  /(?:\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+(?:_\d+)*|\d*)(?:[.,]\d*(?:_\d+)*)*(?:(?:[eE]|\*\^)[+-]?\d+)?/y;

/** The most characters of a number that are shown again. */
const MOST_SHOWN = 32;

/** A numeral in a text. */
export interface Numeral {
  readonly quantity: Quantity;
  /** Its digits as JavaScript writes them: "1024.5", "1e-3". */
  readonly digits: string;
  readonly end: number;
}

/**
 * The numeral that begins here, or undefined. The rule for points and commas:
 * - both are written: the last one is the decimal sign, the other groups digits (1,234.5 and 1.234,5);
 * - one comma before exactly three digits groups them, unless a 0 stands before it: 1,024 is 1024, 0,125 is 0.125;
 * - any other single comma is the decimal sign: 1,5 is 1.5;
 * - a single point is always the decimal sign; several of either kind group digits (1,234,567 and 1.234.567).
 * Spaces (thin or not) and apostrophes group three digits, underscores any.
 *
 * @param commas false where a comma separates cells
 * @example numeralAt("1,024", 0)?.quantity.value // 1024
 */
export function numeralAt(plain: string, at: number, commas = true): Numeral | undefined {
  NUMERAL.lastIndex = at;
  let written = NUMERAL.exec(plain)?.[0] ?? "";
  if (!commas) written = written.split(",", 1)[0] ?? "";
  written = withoutSignsAtEnd(written);
  if (!/^[.,]?\d/.test(written)) return undefined;
  const digits = ungrouped(written.replace(/[ '_]/g, "").replace("*^", "e"));
  if (digits === undefined) return undefined;
  return { quantity: quantityOf(digits), digits, end: at + written.length };
}

/**
 * A whole text as one signed numeral, or undefined.
 *
 * @example numeralIn("−4")?.value // -4
 */
export function numeralIn(typed: string, commas = true): Quantity | undefined {
  const text = plainText(typed).trim();
  const negative = text.startsWith("-");
  const start = negative || text.startsWith("+") ? (/^.\s*/.exec(text)?.[0].length ?? 1) : 0;
  const numeral = numeralAt(text, start, commas);
  if (numeral?.end !== text.length) return undefined;
  return negative ? opposite(numeral.quantity) : numeral.quantity;
}

/** The same number with the other sign. @example opposite(quantity).shown // "−4" */
function opposite(quantity: Quantity): Quantity {
  const value = quantity.value === 0 ? 0 : -quantity.value;
  const shown = quantity.shown.startsWith("−") ? quantity.shown.slice(1) : `−${quantity.shown}`;
  return { ...quantity, value, shown };
}

/** "5," is 5 and a comma; "5." is a number that ends in its point. */
function withoutSignsAtEnd(written: string): string {
  let end = written.length;
  while (end > 0 && ",.".includes(written.charAt(end - 1))) end--;
  return written.slice(0, written.slice(end) === "." ? end + 1 : end);
}

/** Digits without what groups them and with a decimal point, or undefined where the signs make no sense. */
function ungrouped(written: string): string | undefined {
  const [mantissa = "", exponent] = written.split(/[eE]/, 2);
  const plain = withPoint(mantissa);
  if (plain === undefined) return undefined;
  return exponent === undefined ? plain : `${plain}e${exponent}`;
}

function withPoint(mantissa: string): string | undefined {
  const points = mantissa.split(".").length - 1;
  const commas = mantissa.split(",").length - 1;
  if (commas === 0) return points <= 1 ? mantissa : grouped(mantissa, ".");
  if (points === 0) return commas === 1 ? singleComma(mantissa) : grouped(mantissa, ",");
  const [group, decimal] =
    mantissa.lastIndexOf(",") > mantissa.lastIndexOf(".") ? [".", ","] : [",", "."];
  const [whole = "", fraction = "", ...more] = mantissa.split(decimal ?? ".");
  const digits = grouped(whole, group ?? ",");
  return digits === undefined || more.length > 0 ? undefined : `${digits}.${fraction}`;
}

function singleComma(mantissa: string): string {
  return /^[1-9]\d{0,2},\d{3}$/.test(mantissa)
    ? mantissa.replace(",", "")
    : mantissa.replace(",", ".");
}

function grouped(mantissa: string, sign: string): string | undefined {
  const [first = "", ...others] = mantissa.split(sign);
  const fits = /^\d{1,3}$/.test(first) && others.every((part) => /^\d{3}$/.test(part));
  return fits ? first + others.join("") : undefined;
}

function quantityOf(digits: string): Quantity {
  const [mantissa = "", exponent = "0"] = digits.split("e");
  const point = mantissa.indexOf(".");
  const decimals = point < 0 ? 0 : mantissa.length - point - 1;
  const isWhole = point < 0 && !digits.includes("e");
  return {
    value: Number(digits),
    form: isWhole ? "integer" : "decimal",
    place: Number(exponent) - decimals,
    digits: mantissa.replace(".", "").replace(/^0+/, "").length,
    shown: shownDigits(digits),
  };
}

/** .5 is shown as 0.5, and 2. as 2; very many digits are cut. */
function shownDigits(digits: string): string {
  if (digits.length > MOST_SHOWN) return `${digits.slice(0, MOST_SHOWN)}…`;
  return (digits.startsWith(".") ? `0${digits}` : digits).replace(/\.(?=$|e)/, "");
}
