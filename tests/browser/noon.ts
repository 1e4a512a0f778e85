/**
 * A time zone in which it is noon, give or take an hour: a page counts by the reader's own days, and no test shall see one
 * end, whenever it is run.
 *
 * @example zoneAtNoon(new Date("2026-11-23T23:55Z")) // "Etc/GMT+11", whose clocks show 12:55
 */
export function zoneAtNoon(now: Date): string {
  const behind = now.getUTCHours() - 12;
  // As POSIX has it, a zone with + lies behind Greenwich.
  return `Etc/GMT${behind < 0 ? "-" : "+"}${Math.abs(behind)}`;
}
