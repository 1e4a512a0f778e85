/** A plane of a tensor: the indices before it, and where its cells lie in the values. */
export interface Plane {
  readonly at: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Every plane of a tensor, with the indices before it and the offsets of its cells.
 *
 * @example planesOf(false, [2, 1, 2]).map(({ rows }) => rows) // [[[0, 1]], [[2, 3]]]
 * @example planesOf(true, [1, 2, 2]).map(({ rows }) => rows) // [[[0, 2]], [[1, 3]]]
 */
export function planesOf(channelsLast: boolean, shape: readonly number[]): Plane[] {
  const [width = 1, height = 1] = channelsLast
    ? shape.slice(0, -1).toReversed()
    : shape.toReversed();
  const outer = channelsLast ? [...shape.slice(0, -3), shape.at(-1) ?? 1] : shape.slice(0, -2);
  const channels = outer.at(-1) ?? 1;
  return places(outer).map((at, plane): Plane => {
    const [image, channel] = [Math.floor(plane / channels), plane % channels];
    const offset = (row: number, column: number): number =>
      channelsLast
        ? ((image * height + row) * width + column) * channels + channel
        : (plane * height + row) * width + column;
    return {
      at,
      rows: upTo(height).map((row) => upTo(width).map((column) => offset(row, column))),
    };
  });
}

function places(outer: readonly number[]): number[][] {
  return outer.reduce<number[][]>(
    (all, size) => all.flatMap((at) => upTo(size).map((index) => [...at, index])),
    [[]],
  );
}

function upTo(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index);
}
