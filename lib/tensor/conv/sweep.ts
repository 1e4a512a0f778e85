/**
 * Taps over a plane: tap k of the window at (row, column) reads the cell at
 * offsets[k] + row·rowStep + column·columnStep.
 */
export interface Sweep {
  readonly offsets: Int32Array;
  readonly rows: number;
  readonly columns: number;
  readonly rowStep: number;
  readonly columnStep: number;
}
