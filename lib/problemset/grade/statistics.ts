/** The mean of some numbers; NaN of none. @example mean([1, 2]) // 1.5 */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of all of them: √(Σ(x − x̄)² ÷ n). @example deviation([1, 3]) // 1 */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Fewer students say nothing about a question. */
const LEAST = 3;

/**
 * Pearson's correlation r = Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)²·Σ(y − ȳ)²). Of an item's scores with the points of all the
 * other items it is the corrected item–total correlation, a measure of discrimination; where scores are 0 or 1 only,
 * the point-biserial correlation. NaN where there are fewer than three pairs or one side does not vary.
 *
 * @see https://doi.org/10.1007/BF02289618 Henrysson, Correction of item-total correlations in item analysis, 1963
 * @example correlation([0, 0, 1, 1], [1, 2, 3, 4]) // 0.894…
 */
export function correlation(left: readonly number[], right: readonly number[]): number {
  if (left.length < LEAST) return Number.NaN;
  const spread = deviation(left) * deviation(right);
  if (!(spread > 1e-12)) return Number.NaN;
  const [x, y] = [mean(left), mean(right)];
  return mean(left.map((value, index) => (value - x) * ((right[index] ?? 0) - y))) / spread;
}
