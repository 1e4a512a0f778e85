import { type GivenCell, type ReadAnswer, agrees } from "./answer";
import type { Candidate, Computation, Shape4 } from "./model";

/** An answer beside the right result. */
export interface Marked {
  readonly answer: ReadAnswer;
  readonly right: Computation;
  /** The right number of a cell. */
  readonly keyOf: (cell: GivenCell) => number;
  /** Whether the answer has the shape of the right result. */
  readonly sameShape: boolean;
  readonly wrong: readonly GivenCell[];
  readonly correct: readonly GivenCell[];
}

/** Marks every cell that is given; in an answer of another shape all are wrong. */
export function mark(answer: ReadAnswer, right: Computation): Marked {
  const sameShape = isSameShape(answer.shape, right.shape);
  const keys = new Map(sameShape ? answer.cells.map((cell) => [cell, valueOf(right, cell)]) : []);
  const keyOf = (cell: GivenCell) => keys.get(cell) ?? valueOf(right, cell);
  const isRight = (cell: GivenCell) => sameShape && agrees(keyOf(cell), cell);
  const verdicts = answer.cells.map((cell) => isRight(cell));
  return {
    answer,
    right,
    keyOf,
    sameShape,
    wrong: answer.cells.filter((_, index) => !verdicts[index]),
    correct: answer.cells.filter((_, index) => verdicts[index]),
  };
}

/** A computation's value where a cell lies. */
export function valueOf({ at }: Computation, { place: [n, c, h, w] }: GivenCell): number {
  return at(n, c, h, w);
}

/** The products of the sum where a cell lies. */
export function termsOf({ terms }: Computation, { place: [n, c, h, w] }: GivenCell): number[] {
  return terms?.(n, c, h, w) ?? [];
}

/**
 * Whether a wrong result can be meant by an answer of this shape: by its own, or by the right one, in which a learner
 * who fills in a given grid writes it.
 */
export function fits(candidate: Candidate, marked: Marked): boolean {
  const { answer, sameShape } = marked;
  if (sameShape || hasOwnShape(candidate, marked)) return true;
  return candidate.otherShapes.some((shape) => isSameShape(shape, answer.shape));
}

/** Whether an answer has the very shape that a wrong result has. */
export function hasOwnShape({ computation }: Candidate, { answer }: Marked): boolean {
  return isSameShape(computation.shape, answer.shape);
}

/** Whether a wrong result is the whole answer: the wrong cells, and the right ones too. */
export function explainsAll(candidate: Candidate, marked: Marked): boolean {
  if (!fits(candidate, marked)) return false;
  const holds = (cell: GivenCell) => agrees(valueOf(candidate.computation, cell), cell);
  return marked.wrong.every(holds) && marked.correct.every(holds);
}

function isSameShape(left: Shape4, right: Shape4): boolean {
  return left.every((length, axis) => length === right[axis]);
}
