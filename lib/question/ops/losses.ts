import {
  type Tensor,
  KernelError,
  crossEntropy,
  crossEntropyGradient,
  mseLoss,
  mseLossGradient,
} from "@/lib/tensor";
import type { Question } from "../question";
import { sameShape, showShape, valuesIn } from "../sizes";
import { shapeOf, tensorOf } from "./operands";
import type { Forward, Operation } from "./operation";

/** L = mean over the batch of log Σ exp(x) − x[target]; x is N×C logits, target N class indices. */
export const crossEntropyOperation: Operation = {
  required: ["x", "target"],
  optional: [],
  params: [],
  prepare: (question) => {
    checkClasses(question);
    return { outShape: [], macs: 0, forward: () => forwardCrossEntropy(question) };
  },
};

/** L = mean of (x − target)² over all values. */
export const mseLossOperation: Operation = {
  required: ["x", "target"],
  optional: [],
  params: [],
  prepare: (question) => {
    const [shape, target] = [shapeOf(question, "x"), shapeOf(question, "target")];
    if (!sameShape(shape, target)) {
      throw new KernelError(
        "ERR_SHAPE",
        `x has the shape ${showShape(shape)} and target ${showShape(target)}; both need the same shape.`,
      );
    }
    return { outShape: [], macs: 0, forward: () => forwardMse(question) };
  },
};

/** One example may be written as its row alone, with a bare number as target. */
function forwardCrossEntropy(question: Question): Forward {
  const given = tensorOf(question, "x");
  const [batch, classes] = logitSizes(question);
  const x: Tensor = { shape: [batch, classes], data: given.data };
  const target: Tensor = { shape: [batch], data: tensorOf(question, "target").data };
  return {
    y: crossEntropy(x, target),
    gradients: (dy) => ({
      x: { shape: given.shape, data: crossEntropyGradient(x, target, dy).data },
    }),
  };
}

function forwardMse(question: Question): Forward {
  const x = tensorOf(question, "x");
  const target = tensorOf(question, "target");
  return {
    y: mseLoss(x, target),
    gradients: (dy) => ({ x: mseLossGradient(x, target, dy) }),
  };
}

function checkClasses(question: Question): void {
  const [batch] = logitSizes(question);
  const target = shapeOf(question, "target");
  if (target.length <= 1 && valuesIn(target) === batch) return;
  throw new KernelError(
    "ERR_SHAPE",
    `target has the shape ${showShape(target)}; a batch of ${batch} needs one class index for each: the shape [${batch}].`,
  );
}

function logitSizes(question: Question): readonly [batch: number, classes: number] {
  const shape = shapeOf(question, "x");
  const [first, second] = shape;
  if (first !== undefined && shape.length <= 2)
    return second === undefined ? [1, first] : [first, second];
  throw new KernelError(
    "ERR_SHAPE",
    `x has the shape ${showShape(shape)}; cross_entropy reads logits as N×C, or as C for one example.`,
  );
}
