import type { Question } from "@/lib/question";
import { type Rounding, type WindowOptions, pairOf } from "@/lib/tensor";

/** Where the window of max_pool2d and avg_pool2d slides; the stride is the kernel's unless said. */
export function slidingOptions(question: Question): WindowOptions {
  const { params, conventions } = question;
  const { kernel, stride, padding, pad, dilation } = params;
  const lower = padding === "same" && conventions.padding === "onnx_lower";
  return {
    stride: stride ?? kernel ?? 1,
    rounding: roundingOf(question),
    ...(padding === undefined ? {} : { padding: lower ? "same_lower" : padding }),
    ...(pad ? { pad } : {}),
    ...(dilation === undefined ? {} : { dilation }),
  };
}

/** The output's size where the question fixes it: adaptive pooling, and global pooling to 1 × 1. */
export function adaptiveSize(question: Question): readonly [number, number] | undefined {
  if (question.op.startsWith("global_")) return [1, 1];
  return question.op.startsWith("adaptive_") ? pairOf(question.params.output_size ?? 1) : undefined;
}

/** ceil_mode goes before the rounding convention. */
function roundingOf({ params, conventions }: Question): Rounding {
  if (params.ceil_mode === undefined) return conventions.rounding;
  if (params.ceil_mode) return "ceil";
  return conventions.rounding === "exact" ? "exact" : "floor";
}
