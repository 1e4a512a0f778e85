import type { Lesson } from "../types";
import { BACKWARD_CODE } from "./backward-pass/code";
import { INPUT_BY_ROTATION } from "./backward-pass/input-by-rotation";
import { INPUT_BY_STAMPS } from "./backward-pass/input-by-stamps";
import { LEARNING } from "./backward-pass/learning";
import { PARAMETERS } from "./backward-pass/parameters";
import { STRIDE_TWO } from "./backward-pass/stride-two";
import { TO_THE_LOSS } from "./backward-pass/to-the-loss";

export const BACKWARD_PASS: Lesson = {
  slug: "backward-pass",
  title: "The backward pass on one page",
  topic: "Backward pass",
  lead: "One small example, carried all the way: forward, a loss, and back to the bias, the kernel and the input. At the end you will see for yourself why the kernel rotates.",
  blocks: [
    ...TO_THE_LOSS,
    ...PARAMETERS,
    ...INPUT_BY_STAMPS,
    ...INPUT_BY_ROTATION,
    ...LEARNING,
    ...STRIDE_TWO,
    { kind: "code", ...BACKWARD_CODE },
  ],
  next: { slug: "pooling", label: "Next: pooling, forward and backward" },
};
