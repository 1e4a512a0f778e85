import type { Question } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import { imageOf } from "./image";
import { kernelOf } from "./kernel-view";
import type { Model } from "./model";
import { sidesOf } from "./sliding";
import {
  type Stamps,
  notCropped,
  overlapOverwritten,
  stamp,
  stampRotated,
  zerosNotInserted,
} from "./stamps";

/** The output of a transposed convolution: stamps that add. */
export function convTranspose2dOutput(question: Question): Model<Stamps> | undefined {
  const source = imageOf(question, question.inputs.x);
  const kernel = kernelOf(question);
  if (!source || !kernel || (question.inputs.b && !question.inputs.b.data)) return undefined;
  const { params } = question;
  const [top, left, bottom, right] = sidesOf(question);
  const setup: Stamps = {
    source,
    kernel,
    bias: question.inputs.b?.data,
    groups: params.groups ?? 1,
    stride: pairOf(params.stride ?? 1),
    dilation: pairOf(params.dilation ?? 1),
    crop: { before: [top, left], after: [bottom, right] },
    extra: pairOf(params.output_padding ?? 0),
    sources: "all",
    lands: "own group",
  };
  return {
    right: setup,
    slips: [
      overlapOverwritten,
      zerosNotInserted,
      notCropped,
      stampRotated("KERNEL_FLIPPED"),
      {
        id: "BIAS_FORGOTTEN",
        readings: [(before) => before.bias && { ...before, bias: undefined }],
      },
    ],
    compute: stamp,
  };
}
