/** The most characters that are read: a longer paste is refused at once. */
export const MAX_CODE = 20_000;

/** How deep brackets and calls may be nested. */
export const MAX_DEPTH = 60;

/** How many steps are followed: each statement, expression and layer is one. */
export const MAX_WORK = 20_000;

/** The most layers that a network may have. */
export const MAX_LAYERS = 600;

/** The most problems that are told. */
export const MAX_PROBLEMS = 20;

/** How many calls may lie in one another. */
export const MAX_CALLS = 24;
