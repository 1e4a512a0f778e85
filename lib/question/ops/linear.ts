import {
  type Tensor,
  KernelError,
  linear,
  linearBiasGradient,
  linearInputGradient,
  linearMacs,
  linearWeightGradient,
} from "@/lib/tensor";
import type { Question } from "../question";
import { showShape, valuesIn } from "../sizes";
import { biasGradient } from "./conv2d";
import { biasOf, shapeOf, tensorOf } from "./operands";
import type { Forward, Operation, Prepared } from "./operation";

/** y = x·Wᵀ + b along the last axis, W being out×in; rank 2 is N×features, rank 1 one example. */
export const linearOperation: Operation = {
  required: ["x", "w"],
  optional: ["b"],
  params: [],
  prepare,
};

function prepare(question: Question): Prepared {
  const shape = shapeOf(question, "x");
  const [outFeatures, inFeatures] = weightSizes(question);
  const features = shape.at(-1);
  if (features !== inFeatures) {
    throw new KernelError(
      "ERR_CHANNELS",
      `x has the shape ${showShape(shape)}, so ${features ?? "no"} features, but w of ${outFeatures}×${inFeatures} takes ${inFeatures}. ` +
        `A w of ${outFeatures}×${features ?? 1} would fit.`,
    );
  }
  biasOf(question, outFeatures);
  return {
    outShape: [...shape.slice(0, -1), outFeatures],
    macs: linearMacs(rows(shape), [outFeatures, inFeatures]),
    forward: () => forward(question, outFeatures),
  };
}

function forward(question: Question, outFeatures: number): Forward {
  const given = tensorOf(question, "x");
  const x = asRows(given);
  const w = tensorOf(question, "w");
  const y = linear(x, w, biasOf(question, outFeatures));
  return {
    y: { shape: [...given.shape.slice(0, -1), outFeatures], data: y.data },
    gradients: (dy) => {
      const g = asRows(dy);
      return {
        x: { shape: given.shape, data: linearInputGradient(g, w).data },
        w: linearWeightGradient(x, g),
        ...biasGradient(question, () => linearBiasGradient(g)),
      };
    },
  };
}

function weightSizes(question: Question): readonly [out: number, in_: number] {
  const shape = shapeOf(question, "w");
  const [outFeatures, inFeatures] = shape;
  if (shape.length === 2 && outFeatures !== undefined && inFeatures !== undefined)
    return [outFeatures, inFeatures];
  throw new KernelError(
    "ERR_SHAPE",
    `w has the shape ${showShape(shape)}; a linear layer's weights are out×in.`,
  );
}

function asRows(source: Tensor): Tensor {
  return { shape: rows(source.shape), data: source.data };
}

function rows(shape: readonly number[]): readonly [number, number] {
  return [valuesIn(shape.slice(0, -1)), shape.at(-1) ?? 1];
}
