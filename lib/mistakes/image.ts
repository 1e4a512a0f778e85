import type { Operand, Question } from "@/lib/question";
import type { Shape4 } from "./model";

/** Values at N×C×H×W. */
export interface Image {
  readonly shape: Shape4;
  readonly data: Float64Array;
}

/** Whether the last axis of a tensor of images holds the channels. */
export function isChannelsLast(question: Question, rank: number): boolean {
  return question.conventions.layout === "nhwc" && rank >= 3;
}

/** A shape as N×C×H×W; axes that are absent in front are 1. @example shape4([2, 3]) // [1, 1, 2, 3] */
export function shape4(shape: readonly number[], channelsLast = false): Shape4 {
  const [n = 1, c = 1, h = 1, w = 1] = [
    ...Array<number>(Math.max(0, 4 - shape.length)).fill(1),
    ...shape,
  ];
  return channelsLast ? [n, w, c, h] : [n, c, h, w];
}

/** A tensor of images as N×C×H×W, in the order of its layout; undefined where it has no values. */
export function imageOf(question: Question, operand: Operand | undefined): Image | undefined {
  if (!operand?.data || operand.shape.length > 4) return undefined;
  const last = isChannelsLast(question, operand.shape.length);
  const shape = shape4(operand.shape, last);
  return { shape, data: last ? channelsFirst(operand.data, shape) : operand.data };
}

function channelsFirst(data: Float64Array, [batch, channels, height, width]: Shape4): Float64Array {
  const area = height * width;
  return Float64Array.from({ length: data.length }, (_, offset) => {
    const place = offset % area;
    const channel = Math.floor(offset / area) % channels;
    const image = Math.floor(offset / (area * channels));
    return image < batch ? (data[(image * area + place) * channels + channel] ?? 0) : 0;
  });
}

/** ∂L/∂Y as N×C×H×W: the question's, or ones in the shape of y. */
export function gradientOf(question: Question, yShape: Shape4): Image | undefined {
  if (question.dy && !question.dy.data) return undefined;
  const given = question.dy && imageOf(question, question.dy);
  if (given) return { shape: yShape, data: given.data };
  const size = yShape.reduce((product, length) => product * length, 1);
  return { shape: yShape, data: new Float64Array(size).fill(1) };
}
