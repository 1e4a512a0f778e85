import type { GivenCell } from "./answer";
import { type Marked, termsOf } from "./match";

/** Two mistakes at once are looked for up to so many products. */
const MOST_PRODUCTS_FOR_PAIRS = 1e5;

/** So many products are worked out for each mistake that is compared: the whole search takes about a second. */
const MOST_PRODUCTS = 1e7;

/** Of so many wrong cells and so many right ones each is looked at, however many products they take. */
export const LEAST_SAMPLE = 128;

/** Whether the right result takes few enough products that every two mistakes can be tried. */
export function allowsPairs(marked: Marked): boolean {
  const size = marked.right.shape.reduce((product, length) => product * length, 1);
  return size * productsInCell(marked) <= MOST_PRODUCTS_FOR_PAIRS;
}

/**
 * What the candidates are compared with: all cells, or where they take too many products every so manieth of the wrong
 * and of the right ones, in no step with the rows, so that the same answer is always judged by the same cells.
 */
export function withinReach(marked: Marked): Marked {
  const most = Math.floor(MOST_PRODUCTS / productsInCell(marked));
  if (marked.answer.cells.length <= most) return marked;
  const each = Math.max(LEAST_SAMPLE + 1, Math.floor(most / 2));
  const width = marked.answer.shape[3];
  return {
    ...marked,
    wrong: thinned(marked.wrong, each, width),
    correct: thinned(marked.correct, each, width),
  };
}

/** At least half as many as are wanted, evenly among the cells. */
function thinned(cells: readonly GivenCell[], most: number, width: number): readonly GivenCell[] {
  if (cells.length <= most) return cells;
  const step = inNoStepWith(width, Math.ceil(cells.length / most));
  return cells.filter((_, index) => index % step === 0);
}

function productsInCell({ right, answer: { cells } }: Marked): number {
  const [first] = cells;
  if (right.reads !== undefined || !first) return Math.max(1, right.reads ?? 1);
  return Math.max(1, termsOf(right, first).length);
}

/** The least number from `step` on that has no factor in common with a length. */
function inNoStepWith(length: number, step: number): number {
  return commonFactor(length, step) === 1 ? step : inNoStepWith(length, step + 1);
}

function commonFactor(one: number, other: number): number {
  return other === 0 ? one : commonFactor(other, one % other);
}
