/** The most characters of a pasted tensor, or of a text file, that are read. */
export const MAX_OPERAND_CHARACTERS = 1_000_000;

/** The most numbers of a pasted tensor that are read: 64×64×16. */
export const MAX_OPERAND_CELLS = 65_536;

/** The most numbers of a .npy or .json file that are read: 2²² float64 values are 32 MiB. */
export const MAX_FILE_CELLS = 2 ** 22;

/** The most bytes of a file that are read. */
export const MAX_FILE_BYTES = 64 * 2 ** 20;

/** The most axes of a tensor here: N×C×H×W. */
export const MAX_OPERAND_RANK = 4;
