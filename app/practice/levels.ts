/** The levels of difficulty, easiest first. */
export const LEVELS_OF_PRACTICE = [1, 2, 3, 4, 5] as const;
