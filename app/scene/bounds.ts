export interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The smallest box around the cells that are set; null where none is. */
export function boundsOf(set: readonly (readonly boolean[])[]): Bounds | null {
  const rows = set.flatMap((row, y) => (row.includes(true) ? [y] : []));
  const columns = set.flatMap((row) => row.flatMap((on, x) => (on ? [x] : [])));
  if (rows.length === 0) return null;
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    top,
    left,
    height: Math.max(...rows) - top + 1,
    width: Math.max(...columns) - left + 1,
  };
}
