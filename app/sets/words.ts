/** @example counted(2, "sheet") // "2 sheets" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** It stays on one line. @example aboutMinutes(4.5) // "≈ 4.5 min" */
export function aboutMinutes(minutes: number): string {
  return `≈\u00A0${minutes < 10 ? Math.round(2 * minutes) / 2 : Math.round(minutes)}\u00A0min`;
}
