/** The mistakes that can be named, by what is asked: the rows of a table, each in its own order. */
export const MISTAKES = {
  "y of conv2d": [
    "KERNEL_FLIPPED",
    "KERNEL_TRANSPOSED",
    "STRIDE_IGNORED",
    "PADDING_IGNORED",
    "DILATION_IGNORED",
    "BIAS_FORGOTTEN",
    "BIAS_PER_CHANNEL",
    "FIRST_CHANNEL_ONLY",
    "GROUPS_IGNORED",
    "ADDED_NOT_MULTIPLIED",
    "OUTPUT_TRANSPOSED",
    "NOT_CROPPED",
    "WINDOW_SHIFTED",
    "TERM_DROPPED",
    "SIGN_SLIP",
  ],
  "y of pooling": [
    "POOL_KIND_SWAPPED",
    "ZERO_PADDING_IN_MAX",
    "DIVISOR_WITHOUT_PADDING",
    "DIVISOR_WITH_PADDING",
    "NOT_DIVIDED",
    "STRIDE_IGNORED",
    "PADDING_IGNORED",
  ],
  indices: ["INDEX_IN_WINDOW", "LAST_OF_TIES"],
  "y of conv_transpose2d": [
    "OVERLAP_OVERWRITTEN",
    "ZEROS_NOT_INSERTED",
    "NOT_CROPPED",
    "KERNEL_FLIPPED",
    "BIAS_FORGOTTEN",
    "TERM_DROPPED",
    "SIGN_SLIP",
  ],
  "grads.x of conv2d": [
    "KERNEL_NOT_ROTATED",
    "ZEROS_NOT_INSERTED",
    "NOT_CROPPED",
    "OVERLAP_OVERWRITTEN",
    "FIRST_CHANNEL_ONLY",
    "DILATION_IGNORED",
    "GROUPS_IGNORED",
    "TERM_DROPPED",
    "SIGN_SLIP",
  ],
  "grads.w of conv2d": [
    "GRADIENT_ROTATED",
    "STRIDE_IGNORED",
    "PADDING_IGNORED",
    "GRADIENT_FOR_INPUT",
    "BATCH_AVERAGED",
    "DILATION_IGNORED",
    "GROUPS_IGNORED",
    "TERM_DROPPED",
    "SIGN_SLIP",
  ],
  "grads.b": ["NOT_SUMMED", "MEAN_FOR_SUM", "BATCH_AVERAGED"],
  "grads.x of pooling": ["SPREAD_EVENLY", "ALL_TIES", "OVERLAP_OVERWRITTEN", "NOT_DIVIDED"],
  "other operations": [
    "MASK_FROM_GRADIENT",
    "NOT_NORMALISED",
    "WRONG_AXIS",
    "FACTOR_FORGOTTEN",
    "MEAN_FOR_SUM",
    "UNBIASED_VARIANCE",
    "EPS_FORGOTTEN",
    "GRAM_TRANSPOSED",
    "WEIGHT_TRANSPOSED",
    "BIAS_FORGOTTEN",
  ],
  shapes: [
    "NO_FLOOR",
    "CEIL_FOR_FLOOR",
    "FLOOR_FOR_CEIL",
    "PLUS_ONE_FORGOTTEN",
    "PADDING_ONCE",
    "PADDING_IGNORED",
    "STRIDE_IGNORED",
    "DILATION_IGNORED",
    "DILATION_TIMES_KERNEL",
    "CHANNELS_KEPT",
    "AXES_SWAPPED",
    "FORWARD_FORMULA",
  ],
  params: [
    "BIAS_FORGOTTEN",
    "ONE_BIAS",
    "CHANNELS_FORGOTTEN",
    "FILTERS_FORGOTTEN",
    "GROUPS_IGNORED",
    "TIMES_POSITIONS",
    "OFF_BY_ONE",
  ],
  "macs, flops": [
    "CHANNELS_FORGOTTEN",
    "FILTERS_FORGOTTEN",
    "GROUPS_IGNORED",
    "INPUT_SIZE_FOR_OUTPUT",
    "FLOPS_FOR_MACS",
    "MACS_FOR_FLOPS",
    "BIAS_COUNTED",
    "BATCH_FORGOTTEN",
  ],
  memory: [
    "CHANNELS_FORGOTTEN",
    "VALUES_FOR_BYTES",
    "BITS_FOR_BYTES",
    "KILO_FOR_KIBI",
    "BATCH_FORGOTTEN",
    "OFF_BY_ONE",
  ],
  receptive_field: [
    "JUMP_UPDATED_FIRST",
    "ADDED_KERNEL_SIZE",
    "STRIDES_IGNORED",
    "POOLING_SKIPPED",
  ],
} as const;

export type MistakeId = (typeof MISTAKES)[keyof typeof MISTAKES][number];

/**
 * Mistakes that name one product or cell among many. They fit a random number easily, so they are offered only where
 * they explain every wrong cell.
 */
export const FAMILIES = [
  "WINDOW_SHIFTED",
  "TERM_DROPPED",
  "SIGN_SLIP",
] as const satisfies readonly MistakeId[];

/** Whether a mistake names one product or cell among many. @example isFamily("SIGN_SLIP") // true */
export function isFamily(id: MistakeId): boolean {
  return FAMILIES.some((family) => family === id);
}
