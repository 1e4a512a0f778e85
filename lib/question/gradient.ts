import { type Tensor, KernelError, adviceOnGradient, zeros } from "@/lib/tensor";
import type { Prepared } from "./ops/operation";
import type { Question } from "./question";
import { sameButLeadingOnes, showShape } from "./sizes";

/**
 * ∂L/∂Y in the shape of y: the question's own, or ones. Leading axes of size 1 may be left out or added.
 *
 * @throws KernelError ERR_GRADIENT where the shape is not y's
 */
export function outputGradient(question: Question, prepared: Prepared): Tensor {
  checkOutputGradient(question, prepared);
  const shape = prepared.outShape;
  if (question.dy?.data) return { shape, data: question.dy.data };
  const ones = zeros(shape);
  ones.data.fill(1);
  return ones;
}

/** Checks the shape of the question's dy, where it has one. @throws KernelError ERR_GRADIENT */
export function checkOutputGradient(question: Question, prepared: Prepared): void {
  const given = question.dy?.shape;
  const { outShape } = prepared;
  if (!given || sameButLeadingOnes(given, outShape)) return;
  throw new KernelError(
    "ERR_GRADIENT",
    `dy = ∂L/∂Y has the shape of y, here ${showShape(outShape)}${outShape.length === 0 ? " (one number)" : ""}, but ${showShape(given)} is given.` +
      advice(question, prepared, given),
  );
}

/** Which stride or input the given gradient would fit (card 81). */
function advice(question: Question, { window }: Prepared, given: readonly number[]): string {
  const plane = planeOf(given, question.conventions.layout);
  return window && plane ? adviceOnGradient(...plane, window) : "";
}

function planeOf(
  shape: readonly number[],
  layout: Question["conventions"]["layout"],
): readonly [height: number, width: number] | undefined {
  const sizes = layout === "nhwc" && shape.length > 2 ? shape.slice(0, -1) : shape;
  const [height, width] = [sizes.at(-2), sizes.at(-1)];
  return height === undefined || width === undefined ? undefined : [height, width];
}
