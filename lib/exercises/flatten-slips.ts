import { type Layer, type NetworkQuestion, solveNetwork } from "@/lib/network";
import type { AnyQuestion } from "./asked";
import type { Prediction } from "./prediction";

/** What goes wrong before Flatten: the last pooling is passed over, or only one channel is counted. */
export function flattenSlips(question: AnyQuestion): readonly Prediction[] {
  if (question.op !== "network" || question.layers.at(-1)?.name !== "Flatten") return [];
  const { layers } = question;
  const pooling = layers.findLastIndex(({ name }) => name.includes("Pool"));
  const [batch = 1, features = 1] = featuresOf(question, layers);
  const channels = layers.findLast(({ out }) => out !== undefined)?.out ?? 1;
  return [
    {
      mistake: "POOLING_SKIPPED",
      answer: featuresOf(
        question,
        layers.filter((_, index) => index !== pooling),
      ),
    },
    { mistake: "CHANNELS_FORGOTTEN", answer: [batch, features / channels] },
  ];
}

function featuresOf(question: NetworkQuestion, layers: readonly Layer[]): readonly number[] {
  return solveNetwork({ ...question, layers }).shapes["y"] ?? [];
}
