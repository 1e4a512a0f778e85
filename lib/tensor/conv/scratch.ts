/** Values that stay reserved between calls: 2²⁰ float64 values are 8 MiB. Larger needs are met by a fresh array. */
const KEPT_VALUES = 2 ** 20;

/** Working memory of one purpose: at least as many values as asked for, of any content, good until it is asked for again. */
export function scratch(mostKept = KEPT_VALUES): (size: number) => Float64Array {
  let kept = new Float64Array(0);
  return (size) => {
    if (size <= kept.length) return kept;
    if (size > mostKept) return new Float64Array(size);
    kept = new Float64Array(size);
    return kept;
  };
}
