import type { Lesson } from "../types";
import { BACKWARD_PASS } from "./backward-pass";

/** Every lesson, in the order in which Learn lists them. */
export const LESSONS: readonly Lesson[] = [BACKWARD_PASS];
