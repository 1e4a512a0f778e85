import type { Conventions } from "@/lib/question";
import type { Prediction } from "../prediction";
import { inLayoutOf, swappedPlane } from "./shapes";

/** Pixel shuffle: groups of r² channels become blocks of r × r pixels, or the other way round. */
export interface ShuffleQuestion {
  readonly op: "shuffle";
  readonly direction: "up" | "down";
  readonly factor: number;
  /** N×C×H×W, or C×H×W, whatever the layout that the answer is given in. */
  readonly inputs: { readonly x: { readonly shape: readonly number[] } };
  readonly conventions: Conventions;
}

/** (N, C/r², rH, rW), or (N, C·r², H/r, W/r), in the layout of the question. */
export function shuffleKey(question: ShuffleQuestion): readonly number[] {
  return shuffled(question, question.factor ** 2);
}

/** Channels left as they are or shared out by r alone, and the axes swapped. */
export function shuffleSlips(question: ShuffleQuestion): readonly Prediction[] {
  const { conventions } = question;
  const nchw = { ...question, conventions: { ...conventions, layout: "nchw" as const } };
  return [
    { mistake: "CHANNELS_KEPT", answer: shuffled(question, 1) },
    { mistake: "FACTOR_FORGOTTEN", answer: shuffled(question, question.factor) },
    { mistake: "AXES_SWAPPED", answer: inLayoutOf(conventions, swappedPlane(shuffleKey(nchw))) },
  ];
}

function shuffled(
  { direction, factor, inputs, conventions }: ShuffleQuestion,
  blocks: number,
): readonly number[] {
  const { shape } = inputs.x;
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  const sizes =
    direction === "up"
      ? [channels / blocks, height * factor, width * factor]
      : [channels * blocks, height / factor, width / factor];
  return inLayoutOf(conventions, [...shape.slice(0, -3), ...sizes]);
}
