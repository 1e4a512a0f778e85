/**
 * The time that a problem is expected to take: half a minute to read it, and 0.15·d^¾ minutes for the work, d being the
 * typical difficulty of its type at its level (long sums go faster per product than short ones). A rule of thumb, which
 * a set scales by its `time_scale`, or replaces question by question by `minutes`.
 *
 * @returns minutes, to the half
 * @example expectedMinutes(75) // 4.5
 */
export function expectedMinutes(difficulty: number): number {
  return Math.round(2 * (READING + PACE * difficulty ** 0.75)) / 2;
}

const READING = 0.5;
const PACE = 0.15;
