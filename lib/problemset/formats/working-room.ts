import type { Item } from "../document/document";

/** Ems of blank paper for a minute of working, and the bounds. */
const A_MINUTE = 3;
const LEAST_ROOM = 3;
const MOST_ROOM = 16;

/** The room for working, in ems; what is asked of the eye alone needs none. @example workingRoom(item) // 6 */
export function workingRoom({ minutes, field }: Item): number {
  if (field.kind === "choice") return 1;
  return Math.min(MOST_ROOM, Math.max(LEAST_ROOM, Math.round(minutes * A_MINUTE)));
}
