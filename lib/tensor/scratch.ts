/** Values that stay reserved between calls: 2¹⁷ float64 values are 1 MiB. Larger needs are met by a fresh array. */
const KEPT_VALUES = 2 ** 17;

let values = new Float64Array(1024);
let offsets = new Int32Array(1024);

/** Working memory of at least this many values, of any content, good until the next call. */
export function scratchValues(size: number): Float64Array {
  if (size <= values.length) return values;
  const grown = new Float64Array(size);
  if (size <= KEPT_VALUES) values = grown;
  return grown;
}

/** As `scratchValues`, for offsets. */
export function scratchOffsets(size: number): Int32Array {
  if (size <= offsets.length) return offsets;
  const grown = new Int32Array(size);
  if (size <= KEPT_VALUES) offsets = grown;
  return grown;
}
