/** The offsets of the values that lie along some axes together: one lane for each place on the other axes. */
export function lanes(shape: readonly number[], axes: readonly number[]): number[][] {
  const byPlace = new Map<number, number[]>();
  const size = shape.reduce((product, length) => product * length, 1);
  for (let offset = 0; offset < size; offset++) {
    const place = placeWithout(shape, axes, offset);
    const lane = byPlace.get(place);
    if (lane) lane.push(offset);
    else byPlace.set(place, [offset]);
  }
  return [...byPlace.values()];
}

/** The offset of a cell with its coordinates along some axes set to 0. */
function placeWithout(shape: readonly number[], axes: readonly number[], offset: number): number {
  let [rest, scale, place] = [offset, 1, 0];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    if (!axes.includes(axis)) place += (rest % length) * scale;
    rest = Math.floor(rest / length);
    scale *= length;
  }
  return place;
}

/** Every axis of a shape. @example axesOf([2, 3]) // [0, 1] */
export function axesOf(shape: readonly number[]): number[] {
  return Array.from({ length: shape.length }, (_, axis) => axis);
}

/** exp(x), and exp(x)/Σ exp(x) along some axes. */
export function softmaxOver(
  shape: readonly number[],
  values: Float64Array,
  axes: readonly number[],
): Float64Array {
  const result = new Float64Array(values.length);
  for (const lane of lanes(shape, axes)) {
    const largest = lane.reduce(
      (most, offset) => Math.max(most, values[offset] ?? 0),
      Number.NEGATIVE_INFINITY,
    );
    const total = lane.reduce((sum, offset) => sum + Math.exp((values[offset] ?? 0) - largest), 0);
    for (const offset of lane) result[offset] = Math.exp((values[offset] ?? 0) - largest) / total;
  }
  return result;
}
