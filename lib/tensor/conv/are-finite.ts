/** Whether no value is infinite or NaN: zero times any other value is zero. */
export function areFinite(values: Float64Array): boolean {
  let zeros = 0;
  for (let at = 0; at < values.length; at++) zeros += ZERO * values[at]!;
  return zeros === 0;
}

const ZERO = 0;
