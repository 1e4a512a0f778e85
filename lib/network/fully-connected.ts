import { type Question, valuesIn } from "@/lib/question";
import type { Examined } from "./examine";

/**
 * The fully connected layer that gives as many values as a convolution from all values that it reads; undefined for
 * what is no convolution.
 *
 * @example counts(fullyConnectedTwin(examined)).params // (3·32·32 + 1)·(10·32·32)
 */
export function fullyConnectedTwin({ stage }: Pick<Examined, "stage">): Question | undefined {
  if (stage?.question?.op !== "conv2d") return undefined;
  const [batch = 1, ...inSizes] = stage.inShape;
  const [ins, outs] = [valuesIn(inSizes), valuesIn(stage.leaves.shape.slice(1))];
  return {
    ...stage.question,
    op: "linear",
    params: {},
    inputs: {
      x: { shape: [batch, ins] },
      w: { shape: [outs, ins] },
      ...(stage.question.inputs.b ? { b: { shape: [outs] } } : {}),
    },
  };
}
