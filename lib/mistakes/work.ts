import type { ReadAnswer } from "./answer";
import type { Predictor } from "./model";

/** Two mistakes at once are looked for up to so many products. */
const MOST_PRODUCTS_FOR_PAIRS = 1e5;

/** So many products are worked out for each mistake that is compared: the whole search takes about a second. */
const MOST_PRODUCTS = 1e7;

/** Whether the right result takes few enough products that every two mistakes can be tried. */
export function allowsPairs({ right }: Predictor, answer: ReadAnswer): boolean {
  const size = right.shape.reduce((product, length) => product * length, 1);
  return size * productsInCell(right, answer) <= MOST_PRODUCTS_FOR_PAIRS;
}

/**
 * An answer within reach: as it is, or where its cells take too many products every so manieth of them, in no step with
 * its rows, so that the same answer is always judged by the same cells.
 */
export function withinReach(answer: ReadAnswer, { right }: Predictor): ReadAnswer {
  const most = Math.max(1, Math.floor(MOST_PRODUCTS / productsInCell(right, answer)));
  if (answer.cells.length <= most) return answer;
  const step = inNoStepWith(answer.shape[3], Math.ceil(answer.cells.length / most));
  return { ...answer, cells: answer.cells.filter((_, index) => index % step === 0) };
}

function productsInCell({ terms }: Predictor["right"], { cells }: ReadAnswer): number {
  const [n, c, h, w] = cells[0]?.place ?? [0, 0, 0, 0];
  return Math.max(1, terms?.(n, c, h, w).length ?? 1);
}

/** The least number from `step` on that has no factor in common with a length. */
function inNoStepWith(length: number, step: number): number {
  return commonFactor(length, step) === 1 ? step : inNoStepWith(length, step + 1);
}

function commonFactor(one: number, other: number): number {
  return other === 0 ? one : commonFactor(other, one % other);
}
