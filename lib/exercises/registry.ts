import type { Exercise } from "./exercise";
import { convForward } from "./types/conv-forward";
import { convWeightGradient } from "./types/conv-weight-gradient";
import { outputSize } from "./types/output-size";

/** Every type of exercise, in the order in which one would learn them. */
export const EXERCISES: readonly Exercise[] = [outputSize, convForward, convWeightGradient];
