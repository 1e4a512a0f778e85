/** Beyond it erf is ±1 to the last bit. */
const FAR = 6;

/**
 * The error function, erf x = 2/√π·∫₀ˣ exp(−t²) dt, by the series 2/√π·exp(−x²)·Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, whose terms have
 * one sign, so that nothing cancels.
 *
 * @see https://dlmf.nist.gov/7.6.E2
 * @example erf(1) // 0.8427007929497149
 */
export function erf(x: number): number {
  if (Math.abs(x) > FAR) return Math.sign(x);
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > Math.abs(sum) * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
