import type { Lesson } from "../types";

/** Every lesson, in the order in which Learn lists them. */
export const LESSONS: readonly Lesson[] = [];
