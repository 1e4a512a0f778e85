import { integers } from "../draw";
import { defineExercise } from "../exercise";
import { chainSlips } from "../chain-slips";
import { networkTask } from "../network-words";

/** Two layers: what arrives at the convolution is G, masked where ReLU let nothing pass. */
export const chainGradient = defineExercise({
  id: "chain-gradient",
  version: 1,
  topic: "networks",
  title: "Back through ReLU to the kernel",
  rule: "relu-gradient-open",
  mistakes: ["FACTOR_FORGOTTEN", "MASK_FROM_GRADIENT"],
  levels: [
    { largest: 3, height: 3, width: 3, kernel: 2 },
    { largest: 5, height: 3, width: 3, kernel: 2 },
    { largest: 6, height: 3, width: 4, kernel: 2 },
    { largest: 7, height: 4, width: 4, kernel: 2 },
    { largest: 9, height: 5, width: 5, kernel: 3 },
  ],
  sample: (random, { largest, height, width, kernel }) => {
    const out = [1, height - kernel + 1, width - kernel + 1];
    return {
      question: {
        op: "network",
        layers: [{ name: "Conv2d", out: 1, kernel, bias: false }, { name: "ReLU" }],
        inputs: {
          x: integers(random, [1, height, width], { largest }),
          "conv1.w": integers(random, [1, 1, kernel, kernel], { largest }),
        },
        dy: integers(random, out, { largest }),
      },
      ask: "grads.conv1.w",
    };
  },
  slips: ({ question }) => chainSlips(question),
  statement: ({ question }) =>
    networkTask(
      question,
      "A convolution by K makes Z of X, ReLU makes Y of Z, and G = ∂L/∂Y arrives at the end. Work out ∂L/∂K.",
    ),
});
