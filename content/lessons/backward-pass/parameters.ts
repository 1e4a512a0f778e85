import type { Block } from "../../types";
import { G, INPUT, KERNEL, LAYER } from "./example";

/** The gradients of what the layer learns: bias and kernel. */
export const PARAMETERS: readonly Block[] = [
  {
    kind: "prose",
    about: LAYER,
    markdown: `## The bias

*Which outputs did it touch?* All four. *What was it multiplied by?* By 1: it was added as it is. So a little more bias is a little more of every output at once, and the four effects add up:

$\\partial L/\\partial b = {{dy@0,0 + dy@0,1 + dy@1,0 + dy@1,1}} = {{grads.b@0}}$, the sum of $G$. With several images in a batch, the sum runs over those as well; with several filters, each has its own bias and sums its own channel of $G$.

## The kernel

Take the weight $K_{0,0}$. *Which outputs did it touch?* Again all four. *What was it multiplied by?* By whatever input cell lay under the kernel’s top-left corner: $X_{0,0}$, then $X_{0,1}$, then $X_{1,0}$, then $X_{1,1}$. Each of these meetings passes on its share of the loss:`,
  },
  {
    kind: "player",
    title: "What each weight met",
    question: LAYER,
    arrangement: ["x", "⋆", "dy", "=", "dw"],
    labels: { dy: G },
    plan: [
      {
        ask: "grads.w",
        rules: ["kernel-gradient-cell"],
        captions: [
          "The cells that met the top-left weight, each times the gradient of the output that it helped to make",
          "The weight to the right met the cells one step to the right",
          "The weight below met the cells one row down",
          "The last weight met the last window",
        ],
      },
      {
        remark:
          "Look at what $G$ did: it slid over $X$ like a kernel. $\\partial L/\\partial K = X \\star G$.",
        tex: "\\frac{\\partial L}{\\partial K_{u,v}} = \\sum_{i,j} \\textcolor{gradient}{G_{i,j}} \\cdot \\textcolor{input}{X_{i+u,\\,j+v}}",
        spoken:
          "The gradient of the loss by K u v is the sum over i and j of G i j times X at i plus u, j plus v.",
      },
    ],
  },
  {
    kind: "prose",
    about: LAYER,
    markdown: `Three things to take along:

- **It is a correlation, like the forward pass,** with $G$ in the kernel’s place. Nothing is rotated: one weight to the right means one input cell to the right. If your answer is ours turned upside down, with {{grads.w@1,1}} in the top-left corner instead of {{grads.w@0,0}}, a rotation has slipped in that belongs to the *input’s* gradient.
- **The values of $K$ do not appear.** The slope of $w \\cdot x$ in $w$ is $x$. Whatever the weights are at this moment, their gradient is made of $X$ and $G$ alone.
- **The shape is that of $K$.** A gradient has one number for each number it is about. That makes a good first check of any answer.`,
  },
  {
    kind: "ask",
    prompt:
      "Another loss sends back another $G$, shown here. $X$ and $K$ are as before. What is $\\partial L/\\partial K_{1,0}$, the gradient of the bottom-left weight?",
    question: {
      op: "conv2d",
      inputs: { x: INPUT, w: KERNEL },
      dy: [
        [2, -1],
        [1, 3],
      ],
    },
    ask: "grads.w",
    at: [1, 0],
    arrangement: ["x", "w", "dy"],
    labels: { dy: G },
    hint: "Which four cells of $X$ lay under the bottom-left corner of the kernel, one for each output? They form a window that starts one row down.",
    explain:
      "The bottom-left weight met the window of $X$ that starts at row 1, column 0: the cells {{x@1,0}}, {{x@1,1}}, {{x@2,0}} and {{x@2,1}}. Each is multiplied by the cell of $G$ in the same place: ${{x@1,0 · dy@0,0 + x@1,1 · dy@0,1 + x@2,0 · dy@1,0 + x@2,1 · dy@1,1}} = {{grads.w@1,0}}$. Only $G$ had changed, and only $G$ was needed.",
  },
];
