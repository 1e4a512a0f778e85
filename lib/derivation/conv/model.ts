import type { Conventions, InputName, Operand, Params, Question } from "@/lib/question";
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  KernelError,
  conv2dGeometry,
  convTranspose2dGeometry,
  pairOf,
} from "@/lib/tensor";
import type { Role } from "@/lib/tex";
import type { Sliding } from "../sliding";
import type { TensorName } from "../step";
import { type View, sizeAlong } from "../view";

/** A conv2d or conv_transpose2d question with every axis named. */
export interface ConvModel {
  readonly transposed: boolean;
  readonly sliding: Sliding;
  readonly rounding: "floor" | "ceil" | "exact";
  /** Whether the padding was asked for as "same". */
  readonly same: boolean;
  readonly outputPadding: readonly [height: number, width: number];
  readonly x: View;
  readonly w: View;
  readonly b: View | undefined;
  readonly y: View;
  readonly dy: View;
}

/**
 * Reads a convolution's question: lifts every tensor to its full axes and resolves the window.
 *
 * @throws KernelError ERR_INPUT without x or w; otherwise as the computation itself does
 */
export function convModel(question: Question): ConvModel {
  const transposed = question.op === "conv_transpose2d";
  const channelsLast = question.conventions.layout === "nhwc";
  const x = viewOf(question, "x", "X", "input", activationAxes(channelsLast));
  const w = viewOf(question, "w", "K", "kernel", LEADING_LAST);
  const b = question.inputs.b && viewOf(question, "b", "b", "kernel", BIAS);
  const sliding = slidingOf(question, x, w);
  const yShape = outputShape(sliding, transposed, x, channelsLast);
  const axes = activationAxes(channelsLast)(yShape.length);
  const y: View = {
    tensor: "y",
    letter: "Y",
    role: "output",
    shape: yShape,
    axes,
    values: undefined,
  };
  return {
    transposed,
    sliding,
    rounding: question.conventions.rounding,
    same: question.params.padding === "same" && !question.params.pad,
    outputPadding: pairOf(question.params.output_padding ?? 0),
    x,
    w,
    b,
    y,
    dy: {
      ...y,
      tensor: "dy",
      letter: "G",
      role: "gradient",
      values: gradientValues(question, x, y),
    },
  };
}

/** The gradient's cells of an input, under the letter of the input itself. */
export function gradientView(view: View): View {
  const names: Partial<Record<TensorName, TensorName>> = { x: "dx", w: "dw", b: "db" };
  return {
    ...view,
    tensor: names[view.tensor] ?? view.tensor,
    role: "gradient",
    values: undefined,
  };
}

type AxesOfRank = (rank: number) => readonly number[];

/** Rank 2 means the last two axes, rank 3 the last three. */
const LEADING_LAST: AxesOfRank = (rank) => [0, 1, 2, 3].slice(4 - rank);

const BIAS: AxesOfRank = (rank) => [1].slice(0, rank);

function activationAxes(channelsLast: boolean): AxesOfRank {
  if (!channelsLast) return LEADING_LAST;
  return (rank) => (rank === 2 ? [2, 3] : [0, 2, 3, 1].slice(4 - rank));
}

function viewOf(
  question: Question,
  name: InputName,
  letter: string,
  role: Role,
  axes: AxesOfRank,
): View {
  const operand: Operand | undefined = question.inputs[name];
  if (!operand) {
    throw new KernelError("ERR_INPUT", `The question has no ${name}; ${question.op} needs one.`);
  }
  const { shape } = operand;
  const tensor: TensorName = name;
  return { tensor, letter, role, shape, axes: axes(shape.length), values: operand.data };
}

function slidingOf(question: Question, x: View, w: View): Sliding {
  const { params, conventions } = question;
  const geometry =
    question.op === "conv_transpose2d"
      ? convTranspose2dGeometry(fullShape(x), fullShape(w), transposeOptions(params))
      : conv2dGeometry(fullShape(x), fullShape(w), windowOptions(params, conventions));
  return {
    batch: geometry.batch,
    bigChannels: geometry.inChannels,
    smallChannels: geometry.outChannels,
    groups: geometry.groups,
    height: geometry.height,
    width: geometry.width,
    rotated: conventions.operation === "convolution",
  };
}

function fullShape(view: View): number[] {
  return [0, 1, 2, 3].map((axis) => sizeAlong(view, axis));
}

function windowOptions(params: Params, conventions: Conventions): Conv2dOptions {
  const { stride, padding, pad, dilation, groups } = params;
  const lower = padding === "same" && conventions.padding === "onnx_lower";
  return {
    rounding: conventions.rounding,
    ...(stride === undefined ? {} : { stride }),
    ...(padding === undefined ? {} : { padding: lower ? "same_lower" : padding }),
    ...(pad === undefined ? {} : { pad }),
    ...(dilation === undefined ? {} : { dilation }),
    ...(groups === undefined ? {} : { groups }),
  };
}

function transposeOptions(params: Params): ConvTranspose2dOptions {
  const { stride, padding, pad, dilation, groups, output_padding } = params;
  return {
    ...(stride === undefined ? {} : { stride }),
    ...(padding === undefined || typeof padding === "string" ? {} : { padding }),
    ...(pad === undefined ? {} : { pad }),
    ...(dilation === undefined ? {} : { dilation }),
    ...(groups === undefined ? {} : { groups }),
    ...(output_padding === undefined ? {} : { output_padding }),
  };
}

/** y of a rank-2 x is rank 2 when there is one output channel, else rank 3. */
function outputShape(
  sliding: Sliding,
  transposed: boolean,
  x: View,
  channelsLast: boolean,
): number[] {
  const channels = transposed ? sliding.bigChannels : sliding.smallChannels;
  const plane = transposed
    ? [sliding.height.inSize, sliding.width.inSize]
    : [sliding.height.outSize, sliding.width.outSize];
  const rank = x.shape.length === 2 && channels > 1 ? 3 : x.shape.length;
  const full = [sliding.batch, channels, ...plane];
  return activationAxes(channelsLast)(rank).map((axis) => full[axis] ?? 1);
}

function gradientValues(question: Question, x: View, y: View): ArrayLike<number> | undefined {
  if (question.dy) return question.dy.data;
  if (!x.values) return undefined;
  return new Float64Array(y.shape.reduce((size, length) => size * length, 1)).fill(1);
}
