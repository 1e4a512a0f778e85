import type { ReadNumber } from "./read-number";
import { matches } from "./matches";

/**
 * Whether a number that was read is the key, by the rule of `matches`.
 *
 * @example agrees({ ok: true, value: 0.333, decimals: 3, shown: "0.333" }, 1 / 3) // true
 */
export function agrees(answer: ReadNumber & { readonly ok: true }, key: number): boolean {
  return matches(answer.quantity ?? answer.value, key);
}
