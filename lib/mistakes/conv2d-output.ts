import type { Question } from "@/lib/question";
import { type Correlation, CORRELATION_SLIPS, correlate } from "./correlation";
import { imageOf } from "./image";
import { kernelOf } from "./kernel-view";
import type { Model } from "./model";
import { slidingOf } from "./sliding";

/** The output of a convolution. */
export function conv2dOutput(question: Question): Model<Correlation> | undefined {
  const x = imageOf(question, question.inputs.x);
  const kernel = kernelOf(question);
  if (!x || !kernel || (question.inputs.b && !question.inputs.b.data)) return undefined;
  const sliding = slidingOf(question, [x.shape[2], x.shape[3]], [kernel.shape[2], kernel.shape[3]]);
  if (!sliding) return undefined;
  const right: Correlation = {
    x,
    kernel,
    bias: question.inputs.b?.data,
    biasTimes: 1,
    groups: question.params.groups ?? 1,
    sliding: sliding.sliding,
    same: sliding.same,
    channels: kernel.shape[1],
    firstGroup: false,
    shift: [0, 0],
    outputTransposed: false,
  };
  return { right, slips: CORRELATION_SLIPS, compute: correlate };
}
