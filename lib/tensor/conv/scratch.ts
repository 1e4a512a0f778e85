/** Values that stay reserved between calls: 2²⁰ float64 values are 8 MiB. Larger needs are met by a fresh array. */
const KEPT_VALUES = 2 ** 20;

let kept = new Float64Array(1024);

/** Working memory of at least this many values, of any content, good until the next call. */
export function scratchValues(size: number): Float64Array {
  if (size <= kept.length) return kept;
  if (size > KEPT_VALUES) return new Float64Array(size);
  kept = new Float64Array(size);
  return kept;
}
