import type { Quantity } from "./quantity";
import { readSimple } from "./read-simple";

/** A number as it was read, or a sentence that says where reading stopped. */
export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: number;
      /** Digits after the decimal point that were written; undefined for whole numbers and fractions. */
      readonly decimals?: number;
      /** How it was read, with a true minus. */
      readonly shown: string;
      readonly quantity?: Quantity;
    }
  | { readonly ok: false; readonly message: string };

/**
 * One number as a person types it: any minus sign, a decimal point or comma, a fraction.
 *
 * @example readNumber("−4") // { ok: true, value: -4, shown: "−4", … }
 * @example readNumber("1/3").ok // true
 */
export function readNumber(typed: string): ReadNumber {
  const reading = readSimple(typed);
  if (reading.kind === "unreadable") return { ok: false, message: reading.message };
  const { value, shown, form, place } = reading.value;
  return {
    ok: true,
    value,
    shown,
    quantity: reading.value,
    ...(form === "decimal" ? { decimals: Math.max(0, -place) } : {}),
  };
}
