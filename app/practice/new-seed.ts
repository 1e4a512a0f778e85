/** A seed for another problem: five digits, so that a link stays short. */
export function newSeed(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(10_000 + (random % 90_000));
}
