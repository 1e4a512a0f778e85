/** The most significant digits that a line shows of a number that is not whole. */
const DIGITS = 6;

/** Digits of a float64 that the arithmetic of a short sum does not disturb. */
const NOISE_FREE_DIGITS = 12;

/**
 * A number as people read it: whole numbers exactly, others to six significant digits without
 * trailing zeros. The minus is ASCII; each renderer puts its own sign.
 *
 * @example formatNumber(1 / 3) // "0.333333"
 * @example formatNumber(2352) // "2352"
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value))
    return Math.abs(value) < 1e15 ? String(value === 0 ? 0 : value) : value.toExponential();
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  return String(Number(value.toPrecision(DIGITS)));
}

/**
 * A number for a narrow place: its whole part, and so many significant digits at least. The minus is ASCII.
 *
 * @example formatShort(-0.601278, 3) // "-0.601"
 * @example formatShort(1234.56, 3) // "1235"
 * @example formatShort(0.0000451, 3) // "4.5e-5"
 */
export function formatShort(value: number, significant: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || !Number.isFinite(value)) return formatNumber(value);
  if (size < 0.001) return value.toExponential(1);
  const digits = Math.max(significant, Math.floor(Math.log10(size)) + 1);
  return formatNumber(Number(value.toPrecision(digits)));
}

/** Digits of a whole number in groups of three from 10 000 up. @example groupDigits("10240", " ") // "10 240" */
export function groupDigits(digits: string, separator: string): string {
  if (digits.length < 5 || !/^-?\d{5,}$/.test(digits)) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Keeps the groups of a number together, and a little apart. */
const NARROW_SPACE = "\u202F";

/** A number inside a sentence, with a true minus. @example proseNumber(-10240) // "−10\u202F240" */
export function proseNumber(value: number): string {
  return groupDigits(formatNumber(value), NARROW_SPACE).replaceAll("-", "−");
}

/**
 * Whether the number as written is the number, up to the noise of floating point; where it is not, a
 * line says ≈.
 *
 * @example isShownExactly(0.1 + 0.2) // true, 0.3
 * @example isShownExactly(1 / 3) // false, 0.333333
 */
export function isShownExactly(value: number): boolean {
  if (!Number.isFinite(value) || Number.isInteger(value)) return true;
  return Number(formatNumber(value)) === Number(value.toPrecision(NOISE_FREE_DIGITS));
}
