/**
 * The first i ≥ 0 for which offset + i·step is not before the input: 0, or ⌈−offset/step⌉.
 *
 * @example firstInside(-3, 2) // 2, since −3 + 2·2 = 1
 */
export function firstInside(offset: number, step: number): number {
  return offset >= 0 ? 0 : Math.ceil(-offset / step);
}

/**
 * The i < count from which on offset + i·step lies beyond the input's last cell. It may lie at or below
 * `firstInside`, even below 0: then no i is inside.
 *
 * @example endInside(1, 2, 5, 6) // 3, since 1 + 2·2 = 5 is the last cell and 1 + 3·2 = 7 is beyond
 */
export function endInside(offset: number, step: number, count: number, size: number): number {
  return offset + (count - 1) * step < size ? count : Math.ceil((size - offset) / step);
}
