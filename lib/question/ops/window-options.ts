import { type WindowOptions, KernelError } from "@/lib/tensor";
import type { Question } from "../question";

/**
 * Where the question's window slides: its parameters, with what its conventions say of rounding and
 * of "same". `ceil_mode`, where it is given, goes before the rounding convention.
 */
export function windowOptions(question: Question): WindowOptions {
  const { stride, dilation, pad } = question.params;
  return {
    ...(stride === undefined ? {} : { stride }),
    ...(dilation === undefined ? {} : { dilation }),
    ...(pad === undefined ? {} : { pad }),
    padding: paddingOf(question),
    rounding: roundingOf(question),
  };
}

/** The padding in cells, for operations that have no "same". @throws KernelError ERR_PADDING */
export function numericPadding(question: Question): number | readonly [number, number] {
  const { padding = 0 } = question.params;
  if (padding === "valid") return 0;
  if (padding !== "same") return padding;
  throw new KernelError(
    "ERR_PADDING",
    `${question.op} has no padding "same"; write how many cells to crop, as a number, [height, width] or pad: [top, left, bottom, right].`,
  );
}

/** PyTorch and TensorFlow put the odd cell of "same" at the end, ONNX's SAME_LOWER at the beginning. */
function paddingOf({ params, conventions }: Question): NonNullable<WindowOptions["padding"]> {
  if (params.padding === "same" && conventions.padding === "onnx_lower") return "same_lower";
  return params.padding ?? 0;
}

function roundingOf({ params, conventions }: Question): NonNullable<WindowOptions["rounding"]> {
  if (params.ceil_mode === undefined) return conventions.rounding;
  if (params.ceil_mode) return "ceil";
  return conventions.rounding === "exact" ? "exact" : "floor";
}
