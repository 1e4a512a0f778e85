/** The taps of one window along one axis: the cells first, first + step, … before end. */
export interface Taps {
  readonly first: number;
  readonly end: number;
  readonly step: number;
}

/**
 * The position of a window's maximum within its H×W plane: the first of equals in row-major order.
 * NaN beats every number, and a later NaN an earlier one, as in PyTorch. A window without cells gives −1.
 *
 * @param planeStart where the plane begins in `data`
 * @example firstMaximum(Float64Array.of(1, 3, 3, 0), 0, 2, { first: 0, end: 2, step: 1 }, { first: 0, end: 2, step: 1 }) // 1
 */
export function firstMaximum(
  data: Float64Array,
  planeStart: number,
  planeWidth: number,
  rows: Taps,
  columns: Taps,
): number {
  let best = -1;
  let largest = Number.NEGATIVE_INFINITY;
  for (let row = rows.first; row < rows.end; row += rows.step) {
    for (let column = columns.first; column < columns.end; column += columns.step) {
      const position = row * planeWidth + column;
      const value = data[planeStart + position]!;
      if (value > largest || best === -1 || Number.isNaN(value)) {
        best = position;
        largest = value;
      }
    }
  }
  return best;
}
