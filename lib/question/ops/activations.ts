import { KernelError, relu, reluGradient, softmax, softmaxGradient } from "@/lib/tensor";
import type { Question } from "../question";
import { showShape } from "../sizes";
import { shapeOf, tensorOf } from "./operands";
import type { Operation } from "./operation";

/** y = max(x, 0), cell by cell; its slope at 0 is taken as 0. */
export const reluOperation: Operation = {
  required: ["x"],
  optional: [],
  params: [],
  prepare: (question) => ({
    outShape: shapeOf(question, "x"),
    macs: 0,
    forward: () => {
      const x = tensorOf(question, "x");
      return { y: relu(x), gradients: (dy) => ({ x: reluGradient(x, dy) }) };
    },
  }),
};

/** y = exp(x)/Σ exp(x) along `axis`, the last unless said. */
export const softmaxOperation: Operation = {
  required: ["x"],
  optional: [],
  params: ["axis"],
  prepare: (question) => {
    const axis = axisOf(question);
    return {
      outShape: shapeOf(question, "x"),
      macs: 0,
      forward: () => {
        const y = softmax(tensorOf(question, "x"), axis);
        return { y, gradients: (dy) => ({ x: softmaxGradient(y, dy, axis) }) };
      },
    };
  },
};

function axisOf(question: Question): number {
  const { axis = -1 } = question.params;
  const shape = shapeOf(question, "x");
  const rank = shape.length;
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis;
  throw new KernelError(
    "ERR_INDEX",
    `The axis is ${axis}, but x has the shape ${showShape(shape)}: its axes are 0 to ${rank - 1}, or −1 to −${rank} from the end.`,
  );
}
