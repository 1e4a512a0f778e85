import { type Panels, PANEL, multiply } from "../gemm/panels";

/** The points of a tile. */
export const POINTS = 36;

/**
 * A matrix for each of the 36 points, packed for products: at point p, entry (i, j) lies at
 * panels[i % panels.length][p·step + ⌊i / panels.length⌋·rowLength + j].
 */
export interface PointMatrices {
  readonly panels: readonly Float64Array[];
  readonly rows: number;
  readonly columns: number;
  readonly rowLength: number;
  readonly step: number;
}

/** Room for `rows` × `columns` matrices in panels that lie side by side. */
export function matricesIn(
  panels: readonly Float64Array[],
  rows: number,
  columns: number,
  rowLength = columns,
): PointMatrices {
  const step = apart(Math.ceil(rows / panels.length) * rowLength);
  return { panels, rows, columns, rowLength, step };
}

/** At least `size`, and such that 36 places so far apart do not meet in one set of a cache. */
function apart(size: number): number {
  return 8 * (Math.ceil(size / 8) | 1);
}

/** The values that a panel has for one point, less what `apart` may add. */
export const POINT_ROOM = Math.floor(PANEL / POINTS) - 16;

/** The panel in which a row of the first point's matrix lies, and where there it begins. */
export function rowIn({ panels, rowLength }: PointMatrices, row: number) {
  const panel = panels[row % panels.length]!;
  return { panel, at: Math.floor(row / panels.length) * rowLength };
}

/**
 * For each point the product of a's matrix, packed as rows, and b's transposed, packed as columns; added to what the
 * last such products gave where it `adds`.
 */
export function multiplyPoints(
  panels: Panels,
  a: PointMatrices,
  b: PointMatrices,
  adds = false,
): PointMatrices {
  const threes = Math.ceil(a.rows / 3);
  const pairs = Math.ceil(b.rows / 2);
  const sums = matricesIn(panels.sums, a.rows, b.rows, 2 * pairs);
  for (let point = 0; point < POINTS; point++) {
    const [rowsAt, columnsAt] = [point * a.step, point * b.step];
    multiply(panels, rowsAt, threes, columnsAt, pairs, a.columns, point * sums.step, adds);
  }
  return sums;
}
