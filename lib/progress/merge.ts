/** Something that happened once, and that several files may tell of. */
export interface Dated {
  readonly id: string;
  /** When, in milliseconds since 1970 (UTC). */
  readonly at: number;
}

/**
 * What stands in either list, each once by its id, oldest first. Where both have one, ours stays.
 *
 * @example mergeById([a, b], [b, c]) // [a, b, c]
 */
export function mergeById<Entry extends Dated>(
  ours: readonly Entry[],
  theirs: readonly Entry[],
): readonly Entry[] {
  const byId = new Map([...theirs, ...ours].map((entry) => [entry.id, entry]));
  return [...byId.values()].toSorted(inOrder);
}

/** Oldest first; those of the same millisecond by their ids, so that the order is one for all. */
export function inOrder(one: Dated, other: Dated): number {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id));
}
