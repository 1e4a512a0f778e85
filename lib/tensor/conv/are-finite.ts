/** Any other value becomes zero when multiplied by it; an infinite one and NaN become NaN. */
const ZERO = 0;

/**
 * Whether no value from `from` up to `end` is infinite or NaN: zero times any other value is zero.
 * Four sums at a time, since each addition waits for the one before.
 */
export function areFinite(values: Float64Array, from: number, end: number): boolean {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let at = from;
  for (; at + 4 <= end; at += 4) {
    sum0 += values[at]! * ZERO;
    sum1 += values[at + 1]! * ZERO;
    sum2 += values[at + 2]! * ZERO;
    sum3 += values[at + 3]! * ZERO;
  }
  for (; at < end; at++) sum0 += values[at]! * ZERO;
  return sum0 + sum1 + sum2 + sum3 === 0;
}
