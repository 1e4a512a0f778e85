import { type Tensor, coordinatesOf } from "@/lib/tensor";
import { sameShape } from "@/lib/question";
import type { Key } from "./asked";
import { matches } from "./matches";
import type { Cell, Given } from "./quantity";
import { shapeForms } from "./shape-forms";

/** A cell that is not correct. */
export interface CellVerdict {
  readonly at: readonly number[];
  readonly verdict: "incorrect" | "blank";
}

/** An answer beside its key: a blank is not wrong, but it is not correct either. */
export interface Mark {
  /** Correct cells ÷ cells; 0 for a wrong shape. */
  readonly score: number;
  readonly cells: readonly CellVerdict[];
}

/**
 * An answer marked cell by cell. In a wrong shape no cell is correct.
 *
 * @param isLayoutFixed whether a shape must be in the key's own layout
 * @example mark({ kind: "count", value: 760 }, { shape: [], cells: [750] }) // { score: 0, cells: [{ at: [], … }] }
 */
export function mark(key: Key, given: Given, isLayoutFixed = false): Mark {
  switch (key.kind) {
    case "tensor":
      return markTensor(key.tensor, given);
    case "count":
    case "bytes":
      return markTensor({ shape: [], data: Float64Array.of(key.value) }, asScalar(given));
    case "field":
      return markField(key.sizes, given);
    case "shape":
      return markShape(shapeForms(key.sizes, key.form, isLayoutFixed), given);
  }
}

function markTensor({ shape, data }: Tensor, given: Given): Mark {
  const fits = sameShape(given.shape, shape);
  const cells: CellVerdict[] = [];
  for (let offset = 0; offset < data.length; offset++) {
    const cell = fits ? (given.cells[offset] ?? null) : undefined;
    const verdict = cell === undefined ? "incorrect" : verdictOf(cell, data[offset] ?? Number.NaN);
    if (verdict !== "correct") cells.push({ at: coordinatesOf(shape, offset), verdict });
  }
  // An empty tensor has no cell that could be wrong.
  const right = data.length === 0 ? Number(fits) : (data.length - cells.length) / data.length;
  return { score: right, cells };
}

function verdictOf(cell: Cell, key: number): "correct" | CellVerdict["verdict"] {
  if (cell === null) return "blank";
  return matches(cell, key) ? "correct" : "incorrect";
}

/** A list of one number is that number. */
function asScalar(given: Given): Given {
  return given.cells.length === 1 ? { shape: [], cells: given.cells } : given;
}

/** One number stands for both axes where they are alike. */
function markField([height, width]: readonly [number, number], given: Given): Mark {
  const isSingle = given.cells.length === 1;
  if (isSingle && height === width)
    return markTensor({ shape: [], data: Float64Array.of(height) }, asScalar(given));
  return markSizes([height, width], given);
}

function markSizes(sizes: readonly number[], answer: Given): Mark {
  const given = answer.shape.length === 0 ? { shape: [1], cells: answer.cells } : answer;
  return markTensor({ shape: [sizes.length], data: Float64Array.from(sizes) }, given);
}

/** Of the ways to write a shape, the one of as many sizes that agrees most. */
function markShape(forms: readonly (readonly number[])[], given: Given): Mark {
  const alike = forms.filter(({ length }) => length === given.cells.length);
  const marks = (alike.length > 0 ? alike : forms.slice(0, 1)).map((form) =>
    markSizes(form, given),
  );
  return marks.reduce((leader, one) => (one.score > leader.score ? one : leader));
}

/** Whether every cell is correct. */
export function isCorrect({ score }: Mark): boolean {
  return score === 1;
}
