import type { Question } from "@/lib/question";
import { productsOf } from "./products";

/**
 * An output cell with one product taken with the wrong sign.
 *
 * @example signSlip(question, [1, 0], 0) // −4 − 8 = -12 in card 76
 */
export function signSlip(question: Question, at: readonly number[], term = 0): number {
  return productsOf(question, at).reduce(
    (sum, product, index) => (index === term ? sum - product : sum + product),
    0,
  );
}
