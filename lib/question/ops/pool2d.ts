import {
  type Pair,
  type PoolOptions,
  avgPool2d,
  avgPool2dGradient,
  KernelError,
  maxPool2d,
  maxPool2dGradient,
  poolWindow,
} from "@/lib/tensor";
import type { Question } from "../question";
import { valuesIn } from "../sizes";
import { imageShape, liftImage, lowerImage, loweredShape } from "./images";
import { shapeOf, tensorOf } from "./operands";
import type { Forward, Operation, Prepared } from "./operation";
import { windowOptions } from "./window-options";

/** Y[i,j] = max of the window; a tie goes to the first in row-major order. */
export const maxPool2dOperation: Operation = {
  required: ["x"],
  optional: [],
  params: ["kernel", "stride", "padding", "pad", "dilation", "ceil_mode"],
  prepare: (question) => prepare(question, forwardMax),
};

/** Y[i,j] = mean of the window, the padding counted unless count_include_pad is false. */
export const avgPool2dOperation: Operation = {
  required: ["x"],
  optional: [],
  params: ["kernel", "stride", "padding", "pad", "ceil_mode", "count_include_pad"],
  prepare: (question) => prepare(question, forwardAverage),
};

function prepare(question: Question, forward: (question: Question) => Forward): Prepared {
  const { layout } = question.conventions;
  const shape = shapeOf(question, "x");
  const options = poolOptions(question);
  const lifted = imageShape(shape, layout, "x");
  const window = poolWindow(lifted, options);
  const { height, width } = window;
  const out = [lifted[0], lifted[1], height.outSize, width.outSize] as const;
  return {
    outShape: loweredShape(out, shape.length, layout),
    macs: 0,
    work: valuesIn(out) * height.kernel * width.kernel,
    window,
    forward: () => forward(question),
  };
}

function forwardMax(question: Question): Forward {
  const { layout } = question.conventions;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const rank = shapeOf(question, "x").length;
  const { y, indices } = maxPool2d(x, poolOptions(question));
  return {
    y: lowerImage(y, rank, layout),
    indices: lowerImage(indices, rank, layout),
    gradients: (dy) => {
      const gradient = maxPool2dGradient(liftImage(dy, layout, "dy"), indices, x.shape);
      return { x: lowerImage(gradient, rank, layout) };
    },
  };
}

function forwardAverage(question: Question): Forward {
  const { layout } = question.conventions;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const rank = shapeOf(question, "x").length;
  const options = {
    ...poolOptions(question),
    countIncludePad: question.params.count_include_pad ?? true,
  };
  return {
    y: lowerImage(avgPool2d(x, options), rank, layout),
    gradients: (dy) => {
      const gradient = avgPool2dGradient(liftImage(dy, layout, "dy"), x.shape, options);
      return { x: lowerImage(gradient, rank, layout) };
    },
  };
}

/** The options of the kernel that the question means. */
export function poolOptions(question: Question): PoolOptions {
  return { ...windowOptions(question), kernel: kernelOf(question) };
}

/** The pooling window. @throws KernelError ERR_INPUT where it is missing */
export function kernelOf(question: Question): Pair {
  const { kernel } = question.params;
  if (kernel !== undefined) return kernel;
  throw new KernelError(
    "ERR_INPUT",
    `${question.op} needs params.kernel, which is missing; write the window as a number or [height, width].`,
  );
}
