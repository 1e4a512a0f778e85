/** The most characters of an answer that are read; a longer one is answered by a sentence. */
export const MAX_CHARACTERS = 20_000;

/** The most cells of one text: a tensor of 16×16×16. Nested arrays of numbers may hold more. */
export const MAX_CELLS = 4096;

/** The most characters of one expression, such as (32 − 5 + 4)/1 + 1. */
export const MAX_EXPRESSION = 400;

/** The most numbers, signs and brackets of one expression. */
export const MAX_TOKENS = 160;

/** The deepest brackets that are read. */
export const MAX_DEPTH = 16;

/** The most powers in one expression. */
export const MAX_POWERS = 8;

/** The most characters that the expressions in the cells of one tensor take together. */
export const MAX_CELL_EXPRESSIONS = 800;
