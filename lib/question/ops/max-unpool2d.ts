import { KernelError, maxUnpool2d, maxUnpool2dGradient, pairOf, wholeNumber } from "@/lib/tensor";
import type { Question } from "../question";
import { sameShape, showShape } from "../sizes";
import { type ImageShape, imageShape, liftImage, lowerImage, loweredShape } from "./images";
import { shapeOf, tensorOf } from "./operands";
import type { Forward, Operation, Prepared } from "./operation";
import { kernelOf } from "./pool2d";
import { numericPadding } from "./window-options";

/**
 * Every value goes back to where its maximum was; all else is 0. The output is output_size or, as in
 * PyTorch, (in − 1)·stride − 2·padding + kernel.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxUnpool2d.html
 */
export const maxUnpool2dOperation: Operation = {
  required: ["x", "indices"],
  optional: [],
  params: ["output_size", "kernel", "stride", "padding", "pad", "overlap"],
  prepare,
};

function prepare(question: Question): Prepared {
  const { layout } = question.conventions;
  const shape = shapeOf(question, "x");
  const indices = shapeOf(question, "indices");
  if (!sameShape(shape, indices)) {
    throw new KernelError(
      "ERR_SHAPE",
      `x has the shape ${showShape(shape)} and indices ${showShape(indices)}; every value of x needs its one index.`,
    );
  }
  const lifted = imageShape(shape, layout, "x");
  const size = outputSize(question, lifted);
  return {
    outShape: loweredShape([lifted[0], lifted[1], ...size], shape.length, layout),
    macs: 0,
    forward: () => forward(question, size),
  };
}

function forward(question: Question, size: readonly [number, number]): Forward {
  const { layout } = question.conventions;
  const rank = shapeOf(question, "x").length;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const indices = liftImage(tensorOf(question, "indices"), layout, "indices");
  const y = maxUnpool2d(x, indices, size, question.params.overlap ?? "overwrite");
  return {
    y: lowerImage(y, rank, layout),
    gradients: (dy) => {
      const gradient = maxUnpool2dGradient(liftImage(dy, layout, "dy"), indices);
      return { x: lowerImage(gradient, rank, layout) };
    },
  };
}

function outputSize(question: Question, shape: ImageShape): readonly [number, number] {
  const given = question.params.output_size;
  if (given !== undefined) {
    const [height, width] = pairOf(given);
    return [wholeNumber(height, 1, "output height"), wholeNumber(width, 1, "output width")];
  }
  return [unpooled(question, shape[2], 0), unpooled(question, shape[3], 1)];
}

function unpooled(question: Question, inSize: number, axis: 0 | 1): number {
  const kernel = wholeNumber(pairOf(kernelOf(question))[axis], 1, "kernel");
  const stride = pairOf(question.params.stride ?? kernelOf(question))[axis];
  const both = pairOf(numericPadding(question))[axis];
  const { pad } = question.params;
  const cropped = pad ? pad[axis] + (pad[axis + 2] ?? 0) : 2 * both;
  const outSize = (inSize - 1) * wholeNumber(stride, 1, "stride", "ERR_STRIDE") - cropped + kernel;
  return wholeNumber(outSize, 1, `output size (${inSize} − 1)·${stride} − ${cropped} + ${kernel}`);
}
