import { MAX_DEPTH } from "./limits";
import type { Cell, Given } from "./quantity";
import { type Reading, read, unreadable } from "./reading";

/** A cell, or a list of them. */
export type Nested = Cell | readonly Nested[];

/** The most axes that an answer has. */
const MAX_RANK = 6;

/**
 * Nested lists as a shape and cells.
 *
 * @example flattened([[1, null], [3, 4]]) // shape [2, 2], cells 1, blank, 3, 4
 */
export function flattened(nested: Nested): Reading<Given> {
  const shape = leadingShape(nested);
  if (shape.length > MAX_RANK) {
    return unreadable(
      "TOO_DEEP",
      0,
      `The lists are nested ${shape.length > MAX_DEPTH ? "very" : shape.length} deep; a tensor has rank 4 at most.`,
    );
  }
  const cells: Cell[] = [];
  const problem = fill(nested, 0, shape, cells);
  return problem === undefined ? read({ shape, cells }) : unreadable("RAGGED", 0, problem);
}

function leadingShape(nested: Nested): number[] {
  const shape: number[] = [];
  let part: Nested | undefined = nested;
  while (isList(part) && shape.length <= MAX_RANK) {
    shape.push(part.length);
    part = part[0];
  }
  return shape;
}

/** Fills the cells in row-major order; a sentence where rows differ. */
function fill(
  part: Nested,
  depth: number,
  shape: readonly number[],
  cells: Cell[],
): string | undefined {
  if (!isList(part)) {
    if (depth < shape.length)
      return `The rows do not line up: a list of ${shape[depth]} was expected where one number stands.`;
    cells.push(part);
    return undefined;
  }
  if (depth === shape.length)
    return "The rows do not line up: a list stands where one number was expected.";
  if (part.length !== shape[depth]) {
    return `The rows do not line up: after a row of ${shape[depth]} comes one of ${part.length}. Every row needs the same length; leave a cell blank with null.`;
  }
  for (const inner of part) {
    const problem = fill(inner, depth + 1, shape, cells);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether a part is a list. */
export function isList(part: Nested | undefined): part is readonly Nested[] {
  return Array.isArray(part);
}
