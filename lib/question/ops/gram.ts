import { type Tensor, gram, gramGradient } from "@/lib/tensor";
import type { Question } from "../question";
import { valuesIn } from "../sizes";
import { imageShape, liftImage, lowerImage } from "./images";
import { shapeOf, tensorOf } from "./operands";
import type { Operation } from "./operation";

/** G = F·Fᵀ with F the C×(H·W) features; N×C×C, or C×C of a single image. `normalize` divides by C·H·W. */
export const gramOperation: Operation = {
  required: ["x"],
  optional: [],
  params: ["normalize"],
  prepare: (question) => {
    const shape = shapeOf(question, "x");
    const lifted = imageShape(shape, question.conventions.layout, "x");
    const [batch, channels] = lifted;
    return {
      outShape: gramShape(shape.length, batch, channels),
      macs: 0,
      work: valuesIn(lifted) * channels,
      forward: () => forward(question),
    };
  },
};

function forward(question: Question) {
  const { layout } = question.conventions;
  const { normalize = false } = question.params;
  const rank = shapeOf(question, "x").length;
  const x = liftImage(tensorOf(question, "x"), layout, "x");
  const [batch, channels] = imageShape(x.shape, "nchw", "x");
  return {
    y: { shape: gramShape(rank, batch, channels), data: gram(x, normalize).data },
    gradients: (dy: Tensor) => {
      const g = { shape: [batch, channels, channels], data: dy.data };
      return { x: lowerImage(gramGradient(x, g, normalize), rank, layout) };
    },
  };
}

function gramShape(rank: number, batch: number, channels: number): readonly number[] {
  return rank === 4 ? [batch, channels, channels] : [channels, channels];
}
