export type Cells = readonly (readonly string[])[];

const LARGEST = 8;

/** One row more (a copy's worth of zeros) or one fewer; between 1 and 8. */
export function resizeRows(cells: Cells, by: 1 | -1): Cells {
  if (by === -1) return cells.length > 1 ? cells.slice(0, -1) : cells;
  if (cells.length >= LARGEST) return cells;
  return [...cells, (cells[0] ?? []).map(() => "0")];
}

/** One column more or one fewer; between 1 and 8. */
export function resizeColumns(cells: Cells, by: 1 | -1): Cells {
  const width = cells[0]?.length ?? 1;
  if (by === -1) return width > 1 ? cells.map((row) => row.slice(0, -1)) : cells;
  return width >= LARGEST ? cells : cells.map((row) => [...row, "0"]);
}

/** The cells with one of them typed over. */
export function withCell(cells: Cells, y: number, x: number, text: string): Cells {
  return cells.map((row, i) => (i === y ? row.map((cell, j) => (j === x ? text : cell)) : row));
}
