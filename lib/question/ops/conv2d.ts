import {
  type Conv2dOptions,
  type Tensor,
  conv2d,
  conv2dBiasGradient,
  conv2dGradients,
  conv2dGeometry,
  conv2dMacs,
} from "@/lib/tensor";
import type { Question } from "../question";
import { imageShape, liftImage, lowerImage, loweredShape } from "./images";
import { biasOf, shapeOf, tensorOf } from "./operands";
import type { Forward, Operation, Prepared } from "./operation";
import { liftWeights, lowerWeights, weightShape } from "./weights";
import { windowOptions } from "./window-options";

/** Y[n,o,i,j] = b[o] + Σ X[n,c,i·S+u·D−P, j·S+v·D−P] · K[o,c,u,v]. */
export const conv2dOperation: Operation = {
  required: ["x", "w"],
  optional: ["b"],
  params: ["stride", "padding", "pad", "dilation", "groups"],
  prepare,
};

function prepare(question: Question): Prepared {
  const { layout } = question.conventions;
  const shape = shapeOf(question, "x");
  const lifted = imageShape(shape, layout, "x");
  const options = convOptions(question);
  const window = conv2dGeometry(lifted, weightShape(question), options);
  const { batch, outChannels, height, width } = window;
  biasOf(question, outChannels);
  return {
    outShape: loweredShape(
      [batch, outChannels, height.outSize, width.outSize],
      shape.length,
      layout,
    ),
    macs: conv2dMacs(lifted, weightShape(question), options),
    window,
    forward: () => forward(question, outChannels),
  };
}

function forward(question: Question, outChannels: number): Forward {
  const { layout } = question.conventions;
  const rank = shapeOf(question, "x").length;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const w = liftWeights(question);
  const options = convOptions(question);
  return {
    y: lowerImage(conv2d(x, w, biasOf(question, outChannels), options), rank, layout),
    gradients: (dy) => {
      const g = liftImage(dy, layout, "dy");
      const gradients = conv2dGradients(x, w, g, options);
      return {
        x: lowerImage(gradients.x, rank, layout),
        w: lowerWeights(question, gradients.w),
        ...biasGradient(question, () => conv2dBiasGradient(g)),
      };
    },
  };
}

/** The bias' gradient in its own shape, where there is a bias. */
export function biasGradient(question: Question, gradient: () => Tensor): { readonly b?: Tensor } {
  const shape = question.inputs.b?.shape;
  return shape ? { b: { shape, data: gradient().data } } : {};
}

/** The options of the kernel that the question means. */
export function convOptions(question: Question): Conv2dOptions {
  return { ...windowOptions(question), groups: question.params.groups ?? 1 };
}
