import type { AnyQuestion } from "./asked";
import { imageWords, layerLines } from "./network-words";
import type { Optimiser } from "./own/training";
import type { Paragraph } from "./statement";

/** A network, the optimiser that trains it, and what of it is to be counted. */
export function trainingTask(question: AnyQuestion): Paragraph[] {
  if (question.op !== "training") return [];
  const { layers, inputs, optimiser, dtype } = question;
  return [
    [`A network takes ${imageWords(inputs.x.shape)}:`],
    ...layerLines(layers, true),
    [
      `It is trained by ${OPTIMISER_WORDS[optimiser]}, and all is held as ${dtype}. How much memory do its parameters, their gradients and what the optimiser keeps of them take together? ` +
        "Write bytes, or a unit of your own.",
    ],
  ];
}

const OPTIMISER_WORDS: Readonly<Record<Optimiser, string>> = {
  sgd: "plain gradient descent, which keeps nothing",
  momentum: "gradient descent with momentum, which keeps a velocity for each parameter",
  adam: "Adam, which keeps two moments for each parameter",
};
