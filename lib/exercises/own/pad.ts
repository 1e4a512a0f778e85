import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { inLayoutOf, swappedPlane } from "./shapes";

/** The shape of an input once it is padded. */
export interface PadQuestion {
  readonly op: "pad";
  readonly params: {
    readonly pad: readonly [top: number, left: number, bottom: number, right: number];
  };
  /** N×C×H×W, whatever the layout that the answer is given in. */
  readonly inputs: { readonly x: { readonly shape: readonly number[] } };
  readonly conventions: Conventions;
}

/** (N, C, H + top + bottom, W + left + right), in the layout of the question. */
export function padKey(question: PadQuestion): readonly number[] {
  return padded(question, question.params.pad);
}

/** What each slip would have given. */
export function padSlips(
  question: PadQuestion,
): { readonly mistake: MistakeId; readonly answer: readonly number[] }[] {
  const [top, left, bottom, right] = question.params.pad;
  const nchw = { ...question, conventions: { ...question.conventions, layout: "nchw" as const } };
  return [
    { mistake: "PADDING_IGNORED", answer: padded(question, [0, 0, 0, 0]) },
    { mistake: "PADDING_ONCE", answer: padded(question, [top, left, 0, 0]) },
    { mistake: "PADDING_ONCE", answer: padded(question, [0, 0, bottom, right]) },
    { mistake: "AXES_SWAPPED", answer: padded(question, [left, top, right, bottom]) },
    {
      mistake: "AXES_SWAPPED",
      answer: inLayoutOf(question.conventions, swappedPlane(padKey(nchw))),
    },
  ];
}

function padded(
  { inputs, conventions }: PadQuestion,
  [top, left, bottom, right]: readonly [number, number, number, number],
): readonly number[] {
  const { shape } = inputs.x;
  const [width = 1, height = 1] = shape.toReversed();
  return inLayoutOf(conventions, [
    ...shape.slice(0, -2),
    height + top + bottom,
    width + left + right,
  ]);
}
