import type { QuestionDraft } from "@/lib/question";
import type { Block } from "../../types";
import { INPUT, LAYER, TARGET } from "./example";

/** The layer after one step against the gradient, at a rate of 0.1. */
export const LEARNT: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: INPUT,
    w: [
      [1.4, 0.6],
      [-2.1, 2.2],
    ],
    b: [-0.5],
  },
};

export const LOSS_LEARNT: QuestionDraft = {
  op: "mse_loss",
  inputs: {
    x: [
      [5.1, 1],
      [2.4, -2.7],
    ],
    target: TARGET,
  },
};

export const LEARNING: readonly Block[] = [
  {
    kind: "prose",
    about: LAYER,
    markdown: `## One step of learning

A gradient says which way is up, so we step the other way: each parameter loses a tenth of its gradient (the rate is 0.1, and $X$ stays, since it is data).

$\\displaystyle K \\leftarrow {{w - 0.1 · grads.w =}}$

$b \\leftarrow {{b@0 - 0.1 · grads.b@0 =}}$`,
  },
  {
    kind: "player",
    title: "Forward again, with the new weights",
    question: LEARNT,
    arrangement: ["x", "⋆", "w", "=", "y"],
    plan: [{ ask: "y", rules: ["conv-cell"] }],
  },
  {
    kind: "prose",
    about: LOSS_LEARNT,
    markdown: `The target was 2 and 1 above, 1 and 1 below. The loss was 15; now it is **{{y}}**. One small step, and more than half of it is gone.

Look closer, though. $Y_{1,1}$ should have risen from $-1$ towards 1, and it fell to {{x@1,1}}. That is no mistake. All four outputs share the same four weights and one bias, and three of them pulled downwards. The gradient promises that the *sum* improves, not each output by itself.`,
  },
];
