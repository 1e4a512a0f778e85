import type { Question } from "@/lib/question";
import { dilatedSize } from "@/lib/tensor";
import { gradientOf, isChannelsLast, shape4 } from "./image";
import { kernelOf } from "./kernel-view";
import type { Model, Slip } from "./model";
import { slidingOf } from "./sliding";
import {
  type Stamps,
  notCropped,
  overlapOverwritten,
  stamp,
  stampRotated,
  zerosNotInserted,
} from "./stamps";

/** ∂L/∂X of a convolution: every cell of G stamps the kernel where its window lay, and the padding is cropped. */
export function conv2dInputGradient(question: Question): Model<Stamps> | undefined {
  const given = question.inputs.x?.shape;
  const kernel = kernelOf(question);
  if (!given || !kernel || given.length > 4) return undefined;
  const x = shape4(given, isChannelsLast(question, given.length));
  const [outChannels, , kernelHeight, kernelWidth] = kernel.shape;
  const found = slidingOf(question, [x[2], x[3]], [kernelHeight, kernelWidth]);
  const { height, width } = found?.window ?? {};
  if (!height || !width) return undefined;
  const source = gradientOf(question, [x[0], outChannels, height.outSize, width.outSize]);
  if (!source) return undefined;
  const left = (axis: typeof height) =>
    axis.inSize +
    axis.padBefore +
    axis.padAfter -
    ((axis.outSize - 1) * axis.stride + dilatedSize(axis.kernel, axis.dilation));
  return {
    right: {
      source,
      kernel,
      groups: question.params.groups ?? 1,
      stride: [height.stride, width.stride],
      dilation: [height.dilation, width.dilation],
      crop: {
        before: [height.padBefore, width.padBefore],
        after: [height.padAfter, width.padAfter],
      },
      extra: [left(height), left(width)],
      sources: "all",
      lands: "own group",
    },
    slips: SLIPS,
    compute: stamp,
  };
}

const SLIPS: readonly Slip<Stamps>[] = [
  stampRotated("KERNEL_NOT_ROTATED"),
  zerosNotInserted,
  notCropped,
  overlapOverwritten,
  {
    id: "FIRST_CHANNEL_ONLY",
    readings: [
      (setup) => (setup.source.shape[1] > 1 ? { ...setup, sources: "first" } : undefined),
      (setup) =>
        setup.groups > 1 && setup.source.shape[1] > setup.groups
          ? { ...setup, sources: "first of group" }
          : undefined,
    ],
  },
  {
    id: "DILATION_IGNORED",
    readings: [
      (setup) => {
        if (setup.dilation[0] === 1 && setup.dilation[1] === 1) return undefined;
        return { ...setup, dilation: [1, 1] };
      },
    ],
  },
  {
    id: "GROUPS_IGNORED",
    readings: (["first group", "every group"] as const).map(
      (lands) => (setup) => (setup.groups > 1 ? { ...setup, lands } : undefined),
    ),
  },
];
