/** The most significant digits that a line shows of a number that is not whole. */
const DIGITS = 6;

/**
 * A number as people read it: whole numbers exactly, others to six significant digits without
 * trailing zeros. The minus is ASCII; each renderer puts its own sign.
 *
 * @example formatNumber(1 / 3) // "0.333333"
 * @example formatNumber(2352) // "2352"
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  if (Number.isInteger(value))
    return Math.abs(value) < 1e15 ? String(value === 0 ? 0 : value) : value.toExponential();
  return String(Number(value.toPrecision(DIGITS)));
}

/** Digits of a whole number in groups of three from 10 000 up. @example groupDigits("10240", " ") // "10 240" */
export function groupDigits(digits: string, separator: string): string {
  if (!/^-?\d{5,}$/.test(digits)) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Whether two numbers look the same when written, so that ≈ is needed where they do not. */
export function isShownExactly(value: number): boolean {
  return !Number.isFinite(value) || Number(formatNumber(value)) === value;
}
