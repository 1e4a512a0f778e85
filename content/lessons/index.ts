import type { Lesson } from "../types";
import { BACKWARD_PASS } from "./backward-pass";
import { CHANNELS_AND_FILTERS } from "./channels-and-filters";
import { COUNTING } from "./counting";
import { POOLING } from "./pooling";
import { RECEPTIVE_FIELD } from "./receptive-field";
import { STRIDE_AND_PADDING } from "./stride-and-padding";
import { TRANSPOSED_CONVOLUTION } from "./transposed-convolution";

/** Every lesson, in the order in which Learn lists them. */
export const LESSONS: readonly Lesson[] = [
  BACKWARD_PASS,
  CHANNELS_AND_FILTERS,
  TRANSPOSED_CONVOLUTION,
  POOLING,
  STRIDE_AND_PADDING,
  RECEPTIVE_FIELD,
  COUNTING,
];
