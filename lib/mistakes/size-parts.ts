import type { NetworkPart } from "@/lib/network";
import { type Question, counts } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import type { AxisSize, SizeFormula } from "./axis-size";
import { isChannelsLast, shape4 } from "./image";
import { weightShape4 } from "./kernel-view";
import { sidesOf, slidingOf } from "./sliding";

/** An output shape, worked out axis by axis. */
export interface OutputShape {
  readonly parts: readonly Part[];
  readonly formula: Partial<SizeFormula>;
  readonly channelsKept: boolean;
  readonly axesSwapped: boolean;
}

/** One layer's sizes: N×C×H×W, or a shape of another kind. */
export interface Part {
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  /** The plane's sizes, where a window makes them. */
  readonly axes?: readonly [AxisSize, AxisSize] | undefined;
  readonly formula: SizeFormula;
  readonly same: boolean;
}

const RIGHT: SizeFormula = {
  transposed: false,
  rounding: "floor",
  plusOne: true,
  padding: "both",
  stride: "used",
  dilation: "used",
};

/** A layer of a network as a part of its shape. */
export function partOfNetwork({ question, inShape, outShape }: NetworkPart): Part {
  return question ? partOf(question) : { inShape, outShape, formula: RIGHT, same: false };
}

/** One operation as a part. */
export function partOf(question: Question): Part {
  const given = question.inputs.x?.shape ?? [];
  const y = counts(question).shapes.y ?? [];
  const images =
    given.length >= 2 &&
    !["linear", "softmax", "gram", "mse_loss", "cross_entropy"].includes(question.op);
  const lifted = (shape: readonly number[]) =>
    images ? shape4(shape, isChannelsLast(question, shape.length)) : shape;
  const same = question.params.padding === "same" && !question.params.pad;
  const transposed = question.op === "conv_transpose2d" || question.op === "max_unpool2d";
  return {
    inShape: lifted(given),
    outShape: lifted(y),
    axes: images ? axesOf(question, shape4(lifted(given))) : undefined,
    formula: { ...RIGHT, transposed, rounding: roundingOf(question) },
    same,
  };
}

function roundingOf({ params, conventions }: Question): "floor" | "ceil" {
  return (params.ceil_mode ?? conventions.rounding === "ceil") ? "ceil" : "floor";
}

function axesOf(
  question: Question,
  [, , height, width]: readonly number[],
): readonly [AxisSize, AxisSize] | undefined {
  const { params, op, inputs } = question;
  const w = op.startsWith("conv") && inputs.w ? weightShape4(question, inputs.w.shape) : undefined;
  const kernel = w
    ? ([w[2], w[3]] as const)
    : params.kernel === undefined
      ? undefined
      : pairOf(params.kernel);
  if (!kernel || height === undefined || width === undefined) return undefined;
  if (op === "max_unpool2d" && params.output_size !== undefined) return undefined;
  const stride = pairOf(params.stride ?? (w ? 1 : kernel));
  const dilation = pairOf(params.dilation ?? 1);
  const extra = pairOf(params.output_padding ?? 0);
  const sliding =
    params.padding === "same" ? slidingOf(question, [height, width], kernel, stride) : undefined;
  const pad =
    sliding && typeof sliding.sliding.pad !== "string" ? sliding.sliding.pad : sidesOf(question);
  const along = (axis: 0 | 1, inSize: number): AxisSize => ({
    inSize,
    kernel: kernel[axis],
    stride: stride[axis],
    dilation: dilation[axis],
    padBefore: pad[axis],
    padAfter: pad[axis === 0 ? 2 : 3],
    extra: extra[axis],
  });
  return [along(0, height), along(1, width)];
}
