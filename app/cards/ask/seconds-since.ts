/** How many seconds have gone by since a time in milliseconds. */
export function secondsSince(at: number): number {
  return (Date.now() - at) / 1000;
}
