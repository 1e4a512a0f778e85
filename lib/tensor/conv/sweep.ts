/** Places in a plane, `rowStep` and `columnStep` apart. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly rowStep: number;
  readonly columnStep: number;
}

/**
 * Taps over a plane: tap k of the window at (row, column) reads the cell at
 * offsets[k] + row·rowStep + column·columnStep.
 */
export interface Sweep extends Grid {
  readonly offsets: Int32Array;
}

/** The taps at these places, over the windows that begin at the grid's. */
export function sweepOver(
  { rows, columns, rowStep, columnStep }: Grid,
  offsets: Int32Array,
): Sweep {
  return { offsets, rows, columns, rowStep, columnStep };
}

/** Where a grid's places lie, row by row, in each of so many planes. */
export function placesOf(
  { rows, columns, rowStep, columnStep }: Grid,
  planes = 1,
  planeSize = 0,
): Int32Array {
  const places = new Int32Array(planes * rows * columns);
  let at = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      const from = plane * planeSize + row * rowStep;
      for (let column = 0; column < columns; column++) places[at++] = from + column * columnStep;
    }
  }
  return places;
}
