/** The most characters that a field of one line takes at once: more would be laid out for seconds. */
export const MOST_IN_LINE = 5000;

/** A paste that was not taken over. */
export interface RefusedPaste {
  readonly characters: number;
  readonly most: number;
}

let latest: RefusedPaste | null = null;
const listeners = new Set<() => void>();

/** The last paste that was not taken over; null once anything is typed. */
export function refusedPaste(): RefusedPaste | null {
  return latest;
}

/** Tells that a paste was not taken over, or, with null, that it is past. */
export function refusePaste(refused: RefusedPaste | null) {
  if (latest === refused) return;
  latest = refused;
  for (const listener of listeners) listener();
}

/** Calls whenever `refusedPaste` is another; returns what ends it. */
export function onRefusedPaste(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
