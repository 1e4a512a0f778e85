/** A tensor that is shown as a window one can move. */
export interface Large {
  readonly title: string;
  readonly shape: readonly number[];
  readonly data: Float64Array;
}
