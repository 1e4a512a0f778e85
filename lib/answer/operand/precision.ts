import type { Quantity } from "../quantity";

/**
 * What the digits of a decimal say of its precision: "printed" takes it for rounded where it is as long as a printout's,
 * "rounded" always, "exact" never.
 */
export type Precision = "printed" | "rounded" | "exact";

/** PyTorch prints four decimals, and five digits of a number with an exponent. */
const PRINTED_DECIMALS = 4;
const PRINTED_DIGITS = 5;

/**
 * Half a unit of the last digit that is written, for a decimal that is rounded; 0 for what is exact: integers, fractions,
 * 2. (a printout of whole numbers) and, of "printed" numbers, decimals of fewer than four decimals and five digits.
 *
 * @example radiusOf(quantity, "printed") // 0.00005 of 0.3333, 0 of 0.25
 */
export function radiusOf({ form, place, digits }: Quantity, precision: Precision): number {
  if (precision === "exact" || form !== "decimal") return 0;
  const isPrinted = place <= -PRINTED_DECIMALS || digits >= PRINTED_DIGITS;
  const isRounded = precision === "rounded" || isPrinted;
  return isRounded && place !== 0 ? 0.5 * 10 ** place : 0;
}
