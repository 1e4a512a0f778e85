import type { Lesson } from "./types";
import { LESSONS } from "./lessons";
import { WORKED_CARDS } from "./worked";

export * from "./types";
export { LESSONS, WORKED_CARDS };

/** Every page under /learn. */
export const PAGES: readonly Lesson[] = [...WORKED_CARDS, ...LESSONS];
