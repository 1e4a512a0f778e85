import { toTwelveDigits } from "@/lib/exercises";

/** A number that is expected, as decimals: exactly it, or what lies within the margin around it. */
export interface Expected {
  readonly value: string;
  /** "0" of a whole number. */
  readonly margin: string;
  readonly low: string;
  readonly high: string;
}

/**
 * What counts as a number. A whole one is exact. Of any other counts what it rounds to at three significant digits or
 * at four decimals, whichever is coarser, though never coarser than whole numbers, and everything nearer.
 *
 * @example expectedNumber(0.25) // { value: "0.25", margin: "0.0005", low: "0.2495", high: "0.2505" }
 */
export function expectedNumber(value: number): Expected {
  const exact = toTwelveDigits(value);
  const margin = marginOf(exact);
  const [low, high] = [exact - margin, exact + margin].map((one) => String(toTwelveDigits(one)));
  return { value: String(exact), margin: String(margin), low: low ?? "", high: high ?? "" };
}

/** How far from a number an answer may be. @example marginOf(760) // 0 */
export function marginOf(value: number): number {
  return Number.isInteger(value) ? 0 : Number(`5e${-decimalsOf(value) - 1}`);
}

/** The fewest decimals to which a number may be rounded. */
function decimalsOf(value: number): number {
  const third = 2 - Math.floor(Math.log10(Math.abs(value)));
  return Math.min(4, Math.max(0, third));
}

/**
 * How people write a number, for formats that compare letters: whole numbers with and without grouping, others rounded
 * to each number of decimals that counts; the minus from the keyboard or the true one.
 *
 * @example writingsOf(-2) // ["-2", "-2.0", "−2", "−2.0"]
 */
export function writingsOf(value: number): string[] {
  const size = Math.abs(toTwelveDigits(value));
  const digits = Number.isInteger(size) ? wholeWritings(size) : decimalWritings(size);
  return [
    ...new Set(value < 0 ? SIGNS.flatMap((sign) => digits.map((one) => sign + one)) : digits),
  ];
}

const SIGNS = ["-", "−"];

function wholeWritings(size: number): string[] {
  const digits = String(size);
  const grouped = [",", " "].map((mark) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark));
  return [digits, ...grouped, `${digits}.0`];
}

const MOST_DECIMALS = 6;

function decimalWritings(size: number): string[] {
  const writings = [String(size)];
  for (let decimals = decimalsOf(size); decimals <= MOST_DECIMALS; decimals++) {
    writings.push(...roundings(size, decimals));
  }
  const short = writings.map((one) =>
    one.replace(/\.?0+$/, (zeros) => (one.includes(".") ? "" : zeros)),
  );
  return [...writings, ...short].flatMap((one) =>
    one === "" ? [] : [one, one.replace(/^0\./, ".")],
  );
}

/** A half rounds either way. */
function roundings(size: number, decimals: number): string[] {
  const scaled = size * 10 ** decimals;
  const isHalf = Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6;
  const sides = isHalf ? [Math.floor(scaled), Math.ceil(scaled)] : [Math.round(scaled)];
  return sides.map((side) => (side / 10 ** decimals).toFixed(decimals));
}
