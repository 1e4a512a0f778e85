import type { Conventions, Params, Question } from "@/lib/question";
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  conv2dGeometry,
  convTranspose2dGeometry,
  pairOf,
} from "@/lib/tensor";
import type { Cell, Sliding } from "../sizes/sliding";
import { type View, fullShape } from "../view";
import { arrivingView, inputView, outputView } from "../question-views";

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
  const x = inputView(question, "x");
  const w = inputView(question, "w");
  const b = question.inputs.b && inputView(question, "b");
  const sliding = slidingOf(question, x, w);
  const y = outputView(question, x, outputSizes(sliding, transposed));
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
    dy: arrivingView(question, x, y),
  };
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

/** Images, channels, rows and columns of the output. */
function outputSizes(sliding: Sliding, transposed: boolean): Cell {
  const { batch, bigChannels, smallChannels, height, width } = sliding;
  return transposed
    ? [batch, bigChannels, height.inSize, width.inSize]
    : [batch, smallChannels, height.outSize, width.outSize];
}
