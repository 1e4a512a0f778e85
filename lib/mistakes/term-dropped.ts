import type { Question } from "@/lib/question";
import { productsOf } from "./products";

/**
 * An output cell with one product left out of its sum.
 *
 * @example termDropped(question, [0, 0], 0) // 0 − 5 = -5 in card 76
 */
export function termDropped(question: Question, at: readonly number[], term = 0): number {
  return productsOf(question, at).reduce(
    (sum, product, index) => (index === term ? sum : sum + product),
    0,
  );
}
