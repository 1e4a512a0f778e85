import type { Typed } from "../types";

type Nested = string | readonly Nested[];

/** Typed cells as nested lists, in their shape. */
export function nestedCells({ shape, cells }: Typed): Nested {
  const [size, ...rest] = shape;
  if (size === undefined) return cells[0] ?? "";
  const each = rest.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, index) =>
    nestedCells({ shape: rest, cells: cells.slice(index * each, (index + 1) * each) }),
  );
}
