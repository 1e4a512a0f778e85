import type { Question } from "@/lib/question";
import type { Window } from "@/lib/tensor";
import { type Correlation, CORRELATION_SLIPS, correlate } from "./correlation";
import { gradientOf, imageOf, isChannelsLast, shape4 } from "./image";
import { kernelOf } from "./kernel-view";
import type { Model, Shape4 } from "./model";
import { slidingOf } from "./sliding";

const NAMED = [
  "KERNEL_FLIPPED",
  "STRIDE_IGNORED",
  "PADDING_IGNORED",
  "DILATION_IGNORED",
  "FIRST_CHANNEL_ONLY",
  "GROUPS_IGNORED",
];

/** ∂L/∂X of a transposed convolution: the convolution that it transposes, run over ∂L/∂Y. */
export function convTranspose2dInputGradient(question: Question): Model<Correlation> | undefined {
  const source = imageOf(question, question.inputs.x);
  const kernel = kernelOf(question);
  const yShape = question.dy?.shape;
  if (!source || !kernel || !yShape) return undefined;
  const x = gradientOf(question, shape4(yShape, isChannelsLast(question, yShape.length)));
  const found =
    x && slidingOf(question, [x.shape[2], x.shape[3]], [kernel.shape[2], kernel.shape[3]]);
  if (!x || !found) return undefined;
  const right: Correlation = {
    x,
    kernel,
    biasTimes: 0,
    groups: question.params.groups ?? 1,
    sliding: found.sliding,
    channels: kernel.shape[1],
    firstGroup: false,
    shift: [0, 0],
    outputTransposed: false,
    ...(isPlaneOf(source.shape, found.window) ? {} : { plane: [source.shape[2], source.shape[3]] }),
  };
  return {
    right,
    slips: CORRELATION_SLIPS.filter(({ id }) => NAMED.includes(id)),
    compute: correlate,
  };
}

/** Whether the window takes as many positions as x has cells: with output_padding it may take more. */
function isPlaneOf([, , height, width]: Shape4, window: Window): boolean {
  return window.height.outSize === height && window.width.outSize === width;
}
