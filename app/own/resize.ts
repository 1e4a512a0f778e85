export type Cells = readonly (readonly string[])[];

const LARGEST = 8;

/** One row more or one fewer; between 1 and the largest. A new one is of zeros, or of what fills it. */
export function resizeRows(
  cells: Cells,
  by: 1 | -1,
  largest = LARGEST,
  filling: readonly string[] = [],
): Cells {
  if (by === -1) return cells.length > 1 ? cells.slice(0, -1) : cells;
  if (cells.length >= largest) return cells;
  return [...cells, (cells[0] ?? []).map((_, column) => filling[column] ?? "0")];
}

/** One column more or one fewer; between 1 and the largest. */
export function resizeColumns(cells: Cells, by: 1 | -1, largest = LARGEST): Cells {
  const width = cells[0]?.length ?? 1;
  if (by === -1) return width > 1 ? cells.map((row) => row.slice(0, -1)) : cells;
  return width >= largest ? cells : cells.map((row) => [...row, "0"]);
}

/** The cells with one of them typed over. */
export function withCell(cells: Cells, y: number, x: number, text: string): Cells {
  return cells.map((row, i) => (i === y ? row.map((cell, j) => (j === x ? text : cell)) : row));
}

/**
 * The planes with one of them changed; the others follow its size, filled with zeros where they grow.
 *
 * @example withPlane([[["1"]], [["2"]]], 0, [["1", "5"]]) // [[["1", "5"]], [["2", "0"]]]
 */
export function withPlane(planes: readonly Cells[], index: number, changed: Cells): Cells[] {
  return planes.map((plane, place) => (place === index ? changed : asLargeAs(changed, plane)));
}

/**
 * The cells in another’s size, filled with zeros where they grow.
 *
 * @example asLargeAs([["1", "5"]], [["2"]]) // [["2", "0"]]
 */
export function asLargeAs(size: Cells, cells: Cells): Cells {
  return size.map((row, y) => row.map((_, x) => cells[y]?.[x] ?? "0"));
}
