import {
  type ConvTranspose2dOptions,
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dMacs,
  convTranspose2dOutputShape,
  convTranspose2dWeightGradient,
} from "@/lib/tensor";
import type { Question } from "../question";
import { biasGradient } from "./conv2d";
import { imageShape, liftImage, lowerImage, loweredShape } from "./images";
import { biasOf, shapeOf, tensorOf } from "./operands";
import type { Forward, Operation, Prepared } from "./operation";
import { liftWeights, lowerWeights, weightShape } from "./weights";
import { numericPadding } from "./window-options";

/**
 * Every input cell stamps the kernel, scaled, onto the output; stamps add. Where the question means
 * true convolution, this is the transpose of that one, so its kernel is rotated too.
 */
export const convTranspose2dOperation: Operation = {
  required: ["x", "w"],
  optional: ["b"],
  params: ["stride", "padding", "pad", "dilation", "groups", "output_padding"],
  prepare,
};

function prepare(question: Question): Prepared {
  const { layout } = question.conventions;
  const shape = shapeOf(question, "x");
  const lifted = imageShape(shape, layout, "x");
  const options = convTransposeOptions(question);
  const out = convTranspose2dOutputShape(lifted, weightShape(question), options);
  const outImage = imageShape(out, "nchw", "y");
  biasOf(question, outImage[1]);
  return {
    outShape: loweredShape(outImage, shape.length, layout),
    macs: convTranspose2dMacs(lifted, weightShape(question)),
    forward: () => forward(question, outImage[1]),
  };
}

function forward(question: Question, outChannels: number): Forward {
  const { layout } = question.conventions;
  const rank = shapeOf(question, "x").length;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const w = liftWeights(question);
  const options = convTransposeOptions(question);
  return {
    y: lowerImage(convTranspose2d(x, w, biasOf(question, outChannels), options), rank, layout),
    gradients: (dy) => {
      const g = liftImage(dy, layout, "dy");
      return {
        x: lowerImage(convTranspose2dInputGradient(g, w, x.shape, options), rank, layout),
        w: lowerWeights(question, convTranspose2dWeightGradient(x, g, w.shape, options)),
        ...biasGradient(question, () => convTranspose2dBiasGradient(g)),
      };
    },
  };
}

/** The options of the kernel that the question means. */
export function convTransposeOptions(question: Question): ConvTranspose2dOptions {
  const { stride = 1, pad, dilation = 1, groups = 1, output_padding = 0 } = question.params;
  return {
    stride,
    padding: numericPadding(question),
    ...(pad === undefined ? {} : { pad }),
    dilation,
    groups,
    output_padding,
  };
}
