import type { QuestionDraft } from "@/lib/question";
import type { WorkedCard } from "../types";
import { FOR_THE_KERNEL } from "./posed";

/** One output alone matters to the loss. */
const SINGLE: QuestionDraft = {
  ...FOR_THE_KERNEL,
  dy: [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
};

export const CARD_77: WorkedCard = {
  card: 77,
  slug: "gradient-for-the-kernel",
  title: "How a loss reaches the kernel",
  topic: "Backward pass",
  lead: "A 3×3 kernel has slid over a 5×5 input, and the gradient $G = \\partial L/\\partial Y$ has come back. How much does each of the nine weights matter to the loss?",
  blocks: [
    {
      kind: "prose",
      about: FOR_THE_KERNEL,
      markdown: `Begin with where $G$ comes from. The layer made an output $Y$, and everything after it turned $Y$ into one number, the loss $L$. Going back, each later layer passes on how $L$ answers to its own input, until it reaches us: $G_{i,j}$ says how much $L$ grows when $Y_{i,j}$ grows by one. Here $G_{0,0}$ is {{dy@0,0}} and $G_{2,2}$ is {{dy@2,2}}, so the last output matters most.

Now follow one weight. It was used once for **every** output, each time with a different input beside it. So it can change the loss along nine paths, and its gradient is what comes back along all nine, added up.`,
    },
    {
      kind: "player",
      title: "The gradient for every weight",
      question: FOR_THE_KERNEL,
      plan: [{ ask: "grads.w" }],
    },
    {
      kind: "answer",
      about: FOR_THE_KERNEL,
      markdown:
        "$\\displaystyle \\frac{\\partial L}{\\partial K} = {{grads.w|tex}}$, and for the weight at the top left $\\partial L/\\partial K_{0,0} = {{grads.w@0,0}}$.",
    },
    {
      kind: "prose",
      about: FOR_THE_KERNEL,
      markdown: `## Why the weights themselves do not appear

Look again at the steps: not one number of $K$ is in them. An output is a sum of products, and each weight stands in it once, to the first power. Make the weight one larger, and the output grows by exactly the input beside it, whatever the weight was. So $\\partial Y_{i,j}/\\partial K_{u,v} = X_{i+u,\\,j+v}$.

The weights do matter for the *other* gradient. To know how much an **input** matters, one must know what it was multiplied by. Point at the cells below and compare.`,
    },
    {
      kind: "picture",
      question: FOR_THE_KERNEL,
      arrangement: ["dy", "·", "w", "→", "dx"],
      caption:
        "The gradient for the input needs $G$ and $K$, and no value of $X$: the two backward results are mirror images.",
    },
    {
      kind: "code",
      pytorch: `
import torch
import torch.nn.functional as F

x = torch.tensor([[2., 0, 1, 3, 1], [1, 4, 0, 2, 5], [3, 1, 2, 0, 1],
                  [0, 2, 5, 1, 3], [4, 1, 0, 2, 2]]).reshape(1, 1, 5, 5)
k = torch.tensor([[[[1., 0, -1], [2, 0, -2], [1, 0, -1]]]], requires_grad=True)
g = torch.arange(1.0, 10.0).reshape(1, 1, 3, 3)
F.conv2d(x, k).backward(g)
assert k.grad.tolist() == [[[[76, 62, 73], [99, 87, 103], [87, 69, 82]]]]
assert torch.equal(k.grad, F.conv2d(x, g))  # X ⋆ G`,
      numpy: `
import numpy as np

x = np.array([[2, 0, 1, 3, 1], [1, 4, 0, 2, 5], [3, 1, 2, 0, 1],
              [0, 2, 5, 1, 3], [4, 1, 0, 2, 2]])
g = np.arange(1, 10).reshape(3, 3)
windows = np.lib.stride_tricks.sliding_window_view(x, g.shape)
dk = (windows * g).sum(axis=(2, 3))
assert dk.tolist() == [[76, 62, 73], [99, 87, 103], [87, 69, 82]]`,
    },
    { kind: "own", question: FOR_THE_KERNEL, asks: ["grads.w"] },
    {
      kind: "ask",
      prompt:
        "Suppose only the middle output matters: $G_{1,1} = 1$ and every other entry of $G$ is 0. What is $\\partial L/\\partial K_{0,2}$, the gradient for the weight at the top right?",
      question: SINGLE,
      ask: "grads.w",
      at: [0, 2],
      hint: "Only one window sends anything back: the middle one. Which input lay under the top right weight there?",
      explain:
        "The middle window covers rows 1–3 and columns 1–3, so its top right weight lay on $X_{1,3} = {{x@1,3}}$. One path, gradient 1: $\\partial L/\\partial K_{0,2} = {{dy@1,1 · x@1,3}} = {{grads.w@0,2}}$.",
    },
  ],
  deck: {
    verdict: "undetermined",
    title: "The printed card leaves out the input",
    numbers: [285],
    why: "It gives $G$ and the kernel, and asks for the gradient at the top left weight. That cannot be worked out: the answer is a sum of $G$ times $X$, and no $X$ is given. (It would have to be 5×5.) The number that it prints comes out of one slip:",
    slips: [
      {
        mistakes: ["GRADIENT_FOR_INPUT"],
        question: FOR_THE_KERNEL,
        ask: "grads.w",
        at: [0, 0],
        says: "$G$ was read in place of $X$, so every entry is multiplied by itself. It happens to be right if the top left window of $X$ also holds 1 to 9; with such an input nobody could see the slip.",
      },
    ],
  },
  next: { slug: "backward-pass", label: "The whole backward pass on one page" },
};
