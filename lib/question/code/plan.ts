import { type Window, KernelError, dilatedSize } from "@/lib/tensor";
import { readsRows } from "../ops/batch-norm";
import { imageShape } from "../ops/images";
import { OPERATIONS } from "../ops/registry";
import { weightShape } from "../ops/weights";
import type { Op, Question } from "../question";
import { valuesIn } from "../sizes";

/** One axis of a sliding window, every number of it known. */
export interface PlanAxis {
  readonly inSize: number;
  readonly outSize: number;
  readonly kernel: number;
  readonly span: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
  /** Cells beyond the padding that rounding up reaches: they count in no average. */
  readonly overhang: number;
}

export type PlanShape = readonly [number, number, number, number];

/** The sizes of a question as code needs them: images as N×C×H×W, rows as N×features. */
export interface Plan {
  readonly question: Question;
  /** N×C×H×W of x and of y; absent where the operation reads no images. */
  readonly images?: { readonly x: PlanShape; readonly y: PlanShape };
  /** The shape of y in the question's own rank and layout. */
  readonly outShape: readonly number[];
  readonly weights?: readonly number[];
  readonly height?: PlanAxis;
  readonly width?: PlanAxis;
}

const WITHOUT_IMAGES: readonly Op[] = ["linear", "relu", "softmax", "cross_entropy", "mse_loss"];

/** The sizes of a question. @throws KernelError where it does not hold together */
export function planOf(question: Question): Plan {
  const { outShape, window } = OPERATIONS[question.op].prepare(question);
  const hasWeights = question.op === "conv2d" || question.op === "conv_transpose2d";
  return {
    question,
    outShape,
    ...(WITHOUT_IMAGES.includes(question.op) ? {} : { images: liftedShapes(question, outShape) }),
    ...(hasWeights ? { weights: weightShape(question) } : {}),
    ...(window ? windowAxes(window) : {}),
  };
}

function liftedShapes(
  question: Question,
  outShape: readonly number[],
): NonNullable<Plan["images"]> {
  const { layout } = question.conventions;
  const shape = question.inputs.x?.shape ?? [];
  if (readsRows(question)) {
    const [rows = 1, columns = 1] = shape;
    const lifted = [rows, columns, 1, 1] as const;
    return { x: lifted, y: lifted };
  }
  const x = imageShape(shape, layout, "x");
  const y = question.op === "gram" ? x : imageShape(outShape, layout, "y");
  return { x, y };
}

function windowAxes(window: Window): { readonly height: PlanAxis; readonly width: PlanAxis } {
  return { height: axisOf(window.height), width: axisOf(window.width) };
}

function axisOf({
  inSize,
  outSize,
  kernel,
  stride,
  dilation,
  padBefore,
  padAfter,
}: Window["height"]): PlanAxis {
  const span = dilatedSize(kernel, dilation);
  const reached = (outSize - 1) * stride + span;
  const overhang = Math.max(0, reached - padBefore - inSize - padAfter);
  return {
    inSize,
    outSize,
    kernel,
    span,
    stride,
    dilation,
    before: padBefore,
    after: padAfter,
    overhang,
  };
}

/** Rows × features of a tensor of rows. */
export function rowsOf(shape: readonly number[]): readonly [number, number] {
  return [valuesIn(shape.slice(0, -1)), shape.at(-1) ?? 1];
}

/** In which order a tensor of the question has its axes, and its shape with all four; of rank 2 there is nothing to order. */
export function layoutAxes(
  question: Question,
  shape: readonly number[],
  [n, c, h, w]: PlanShape = [1, 1, 1, 1],
): { readonly order: "nchw" | "nhwc"; readonly shape: PlanShape } {
  const isPlain = shape.length === 2 || readsRows(question);
  const order = isPlain ? "nchw" : question.conventions.layout;
  return { order, shape: order === "nchw" ? [n, c, h, w] : [n, h, w, c] };
}

/** Both axes of the window. */
export function axesOf({ height, width, question }: Plan): readonly [PlanAxis, PlanAxis] {
  if (height && width) return [height, width];
  throw new KernelError("ERR_INPUT", `${question.op} slides no window.`);
}

/** x and y as N×C×H×W. */
export function imagesOf({ images, question }: Plan): NonNullable<Plan["images"]> {
  if (images) return images;
  throw new KernelError("ERR_INPUT", `${question.op} reads no images.`);
}

/** What a transposed convolution crops at the top and at the left. */
export function croppedBefore({ question }: Plan): readonly [top: number, left: number] {
  const { pad, padding = 0 } = question.params;
  if (pad) return [pad[0], pad[1]];
  if (typeof padding === "string") return [0, 0];
  return typeof padding === "number" ? [padding, padding] : padding;
}
