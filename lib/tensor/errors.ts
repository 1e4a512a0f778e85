/** The kernel's error codes. Scripts match on them, so they are only ever added to. */
export const KERNEL_ERROR_CODES = [
  "ERR_SHAPE", // a tensor's shape does not fit, e.g. 6 values for shape [2, 2]
  "ERR_RAGGED", // nested rows of different lengths, e.g. [[1, 2], [3]]
  "ERR_NUMBER", // a value that must be a finite whole number is not, e.g. stride 1.5
  "ERR_WINDOW", // a window larger than the padded input, e.g. a 5×5 kernel on 3×3
  "ERR_PADDING", // a padding that the operation refuses, e.g. more than half the pooling window
  "ERR_STRIDE", // a stride of 0, or of -1
  "ERR_CHANNELS", // channels that do not match the weights, or do not divide by groups
  "ERR_GRADIENT", // a gradient whose shape is not the output's (card 81)
  "ERR_INDEX", // an index outside its plane, or a class that does not exist
  "ERR_MEMORY", // a result, or the work it takes, beyond the stated bound
  "ERR_EXACT", // must-fit rounding, and the stride does not divide
  "ERR_INPUT", // an input is missing or unreadable
] as const;
export type KernelErrorCode = (typeof KERNEL_ERROR_CODES)[number];

/** An error that quotes the numbers that do not fit and says what would. */
export class KernelError extends Error {
  override readonly name = "KernelError";

  constructor(
    readonly code: KernelErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The error for more than may be held or computed: what it is, in a clause that counts it, and the most. */
export function tooMuch(what: string, most: string | number): KernelError {
  return new KernelError("ERR_MEMORY", `${what}, more than the ${most} that would fit.`);
}

/** A shape, or other numbers in brackets, as messages write them. @example written([2, 3]) // "[2, 3]" */
export function written(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}
