import { counts, valuesIn } from "@/lib/question";
import type { Stage } from "../stages";

/** The shape of everything that a layer learns, by name. */
export function learnedShapes({
  question,
  spec,
  layer,
  inShape,
}: Stage): Readonly<Record<string, readonly number[]>> {
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, operand] of Object.entries(question?.inputs ?? {})) {
    if (name !== "x") shapes[name] = operand.shape;
  }
  return { ...shapes, ...spec.learned?.(layer, inShape) };
}

/** How many values a layer learns; where connections are left out, they are held as zeros and counted. */
export function learnedValues(stage: Stage): number {
  return Object.values(learnedShapes(stage)).reduce((sum, shape) => sum + valuesIn(shape), 0);
}

/** The products that add up in one value of the output. @example of a 3×3 convolution of 64 channels, 576 */
export function fanIn({ question, parts, row }: Stage): number {
  const asked = parts ?? (question ? [question] : []);
  const macs = asked
    .map((one) => counts({ ...one, conventions: { ...one.conventions, macs: "without_bias" } }))
    .reduce((sum, one) => sum + one.macs, 0);
  return macs / valuesIn(row.shape);
}
