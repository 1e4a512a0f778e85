import {
  type Pair,
  KernelError,
  adaptiveAvgPool2d,
  adaptiveAvgPool2dGradient,
  adaptiveMaxPool2d,
  maxPool2dGradient,
  pairOf,
  wholeNumber,
} from "@/lib/tensor";
import type { Question } from "../question";
import { imageShape, liftImage, lowerImage, loweredShape } from "./images";
import { shapeOf, tensorOf } from "./operands";
import type { Forward, Operation } from "./operation";

type Size = (question: Question) => Pair;

/** Adaptive average pooling to output_size: cell i of n averages ⌊i·in/n⌋ … ⌈(i+1)·in/n⌉ − 1. */
export const adaptiveAvgPool2dOperation = average(["output_size"], outputSize);

/** Adaptive max pooling to output_size, over the same spans. */
export const adaptiveMaxPool2dOperation = maximum(["output_size"], outputSize);

/** The mean of every plane; its axes stay, as 1×1. */
export const globalAvgPool2dOperation = average([], () => 1);

/** The maximum of every plane; its axes stay, as 1×1. */
export const globalMaxPool2dOperation = maximum([], () => 1);

function average(params: Operation["params"], size: Size): Operation {
  return operation(params, size, (question) => {
    const { layout } = question.conventions;
    const rank = shapeOf(question, "x").length;
    const x = liftImage(tensorOf(question, "x"), layout, "x");
    return {
      y: lowerImage(adaptiveAvgPool2d(x, size(question)), rank, layout),
      gradients: (dy) => {
        const gradient = adaptiveAvgPool2dGradient(liftImage(dy, layout, "dy"), x.shape);
        return { x: lowerImage(gradient, rank, layout) };
      },
    };
  });
}

function maximum(params: Operation["params"], size: Size): Operation {
  return operation(params, size, (question) => {
    const { layout } = question.conventions;
    const rank = shapeOf(question, "x").length;
    const x = liftImage(tensorOf(question, "x"), layout, "x");
    const { y, indices } = adaptiveMaxPool2d(x, size(question));
    return {
      y: lowerImage(y, rank, layout),
      indices: lowerImage(indices, rank, layout),
      gradients: (dy) => {
        const gradient = maxPool2dGradient(liftImage(dy, layout, "dy"), indices, x.shape);
        return { x: lowerImage(gradient, rank, layout) };
      },
    };
  });
}

function operation(
  params: Operation["params"],
  size: Size,
  forward: (question: Question) => Forward,
): Operation {
  return {
    required: ["x"],
    optional: [],
    params,
    prepare: (question) => {
      const { layout } = question.conventions;
      const shape = shapeOf(question, "x");
      const [batch, channels] = imageShape(shape, layout, "x");
      const [height, width] = pairOf(size(question));
      return {
        outShape: loweredShape([batch, channels, height, width], shape.length, layout),
        macs: 0,
        forward: () => forward(question),
      };
    },
  };
}

function outputSize(question: Question): Pair {
  const size = question.params.output_size;
  if (size === undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `${question.op} needs params.output_size, which is missing; write it as a number or [height, width].`,
    );
  }
  for (const length of pairOf(size)) wholeNumber(length, 1, "output_size");
  return size;
}
