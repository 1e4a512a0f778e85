/** Copies so many values, four at a time: with each alone, the loop would cost more than the copying. */
export function copyRow(
  source: Float64Array,
  sourceFrom: number,
  target: Float64Array,
  targetFrom: number,
  count: number,
): void {
  let from = sourceFrom;
  let to = targetFrom;
  const end = sourceFrom + count;
  for (; from + 4 <= end; from += 4, to += 4) {
    target[to] = source[from]!;
    target[to + 1] = source[from + 1]!;
    target[to + 2] = source[from + 2]!;
    target[to + 3] = source[from + 3]!;
  }
  for (; from < end; from++, to++) target[to] = source[from]!;
}
