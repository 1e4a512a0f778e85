import type { Question } from "@/lib/question";
import { counts } from "@/lib/question";
import { type BiasGradient, biasGradient } from "./bias-gradient";
import { gradientOf, isChannelsLast, shape4 } from "./image";
import type { Model } from "./model";

/** ∂L/∂b of a layer with a bias. */
export function biasGradientOf(question: Question): Model<BiasGradient> | undefined {
  const yShape = counts(question).shapes.y ?? [];
  if (question.op === "linear") {
    const features = yShape.at(-1) ?? 1;
    const rows = yShape.slice(0, -1).reduce((product, length) => product * length, 1);
    const gradient = gradientOf(question, [rows, features, 1, 1]);
    const ones = new Float64Array(rows * features).fill(1);
    const data = question.dy ? question.dy.data : ones;
    return gradient && data && biasGradient({ shape: gradient.shape, data });
  }
  const gradient = gradientOf(question, shape4(yShape, isChannelsLast(question, yShape.length)));
  return gradient && biasGradient(gradient);
}
