/** A length in units to a hundredth, rounded down so that what fits still fits. @example rounded(1.239) // 1.23 */
export function rounded(length: number): number {
  return Math.floor(length * 100) / 100;
}
