import { dilatedSize, pairOf } from "@/lib/tensor";
import type { Question } from "./question";

/**
 * A transposed convolution under padding "same" in numbers: the output is stride times the input, so K′ − stride cells
 * are cropped (K′ being the dilated kernel), or stride − K′ added where the kernel is the smaller. An odd total
 * crops the extra cell at the bottom and right, under ONNX's SAME_LOWER at the top and left. Any other question
 * stays as it is.
 *
 * @see https://www.tensorflow.org/api_docs/python/tf/nn/conv2d_transpose
 * @see https://onnx.ai/onnx/operators/onnx__ConvTranspose.html (auto_pad)
 * @example withSameInNumbers(question).params.pad // [0, 0, 1, 1] for a kernel of 3 at stride 2
 */
export function withSameInNumbers(question: Question): Question {
  const { padding, ...params } = question.params;
  if (question.op !== "conv_transpose2d" || padding !== "same" || params.pad) return question;
  const lower = question.conventions.padding === "onnx_lower";
  const [rows, columns] = [excess(question, 0), excess(question, 1)];
  const [top, left] = [firstHalf(rows, lower), firstHalf(columns, lower)];
  return {
    ...question,
    params: {
      ...params,
      pad: [top, left, Math.max(rows, 0) - top, Math.max(columns, 0) - left],
      output_padding: [added(question, 0, rows), added(question, 1, columns)],
    },
  };
}

/** The cells by which the stamps reach beyond stride × input; fewer than 0 where they fall short. */
function excess({ inputs, params }: Question, axis: 0 | 1): number {
  const { stride = 1, dilation = 1, output_padding = 0 } = params;
  const kernel = inputs.w?.shape.at(axis - 2) ?? 1;
  const span = dilatedSize(kernel, pairOf(dilation)[axis]);
  return span - pairOf(stride)[axis] + pairOf(output_padding)[axis];
}

function firstHalf(excessive: number, lower: boolean): number {
  const cropped = Math.max(excessive, 0);
  return lower ? Math.ceil(cropped / 2) : Math.floor(cropped / 2);
}

function added({ params }: Question, axis: 0 | 1, excessive: number): number {
  return pairOf(params.output_padding ?? 0)[axis] + Math.max(-excessive, 0);
}
