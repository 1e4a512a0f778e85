/** One too many, as if a bias were counted where there is none. @example offByOne(2352) // 2353 */
export function offByOne(count: number): number {
  return count + 1;
}
