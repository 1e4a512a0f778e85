import type { ReadNumber } from "./read-number";

const LEAST_DIGITS = 3;

/**
 * Whether an answer is right: exactly, or, where the key is not whole, as a decimal of at least three
 * significant digits to which the key rounds.
 *
 * @example agrees({ ok: true, value: 0.333, decimals: 3, shown: "0.333" }, 1 / 3) // true
 */
export function agrees(answer: ReadNumber & { ok: true }, key: number): boolean {
  if (answer.value === key) return true;
  if (Number.isInteger(key) || answer.decimals === undefined) return false;
  return (
    significantDigits(answer.shown) >= LEAST_DIGITS &&
    Number(key.toFixed(answer.decimals)) === answer.value
  );
}

function significantDigits(written: string): number {
  return written.replace(/[^\d]/g, "").replace(/^0+/, "").length;
}
