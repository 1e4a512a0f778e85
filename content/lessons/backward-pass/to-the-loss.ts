import type { Block } from "../../types";
import { cell, cells } from "../cells";
import { gradient } from "../colours";
import { LAYER, LOSS } from "./example";

/** Two over the number of outputs, times how far one is off. */
const slope = (at: string): string => `{{2/memory.x.values · (x@${at} - target@${at})}}`;

/** Forward, the loss, and what comes back from it. */
export const TO_THE_LOSS: readonly Block[] = [
  {
    kind: "prose",
    markdown: `Every gradient answers the same small question about one number: *if this were a little larger, by how much would the loss rise?* And every answer is found in the same way. A number can reach the loss only through the outputs that it took part in. So we ask of it two things: **which outputs did it touch, and what was it multiplied by there?**

That is the whole of the backward pass. The rest of this page asks those two things of the bias, of each weight and of each input cell, and watches what pattern the answers make.

## Forward, to have something to go back from

A 2×2 kernel slides over a 3×3 input: stride 1, no padding, and a bias $b$ that is 0 for now.`,
  },
  {
    kind: "player",
    title: "The forward pass",
    question: LAYER,
    arrangement: ["x", "⋆", "w", "=", "y"],
    plan: [
      {
        ask: "y",
        rules: ["conv-cell"],
        captions: [
          "The first window: multiply what overlaps, then add",
          "One step to the right",
          "Back to the left, one row down",
          "The last window",
        ],
      },
      {
        remark:
          "Every weight was used four times, and so was the middle cell of the input. The corner cells were used once.",
        cells: [...cells("w", [0, 0], [2, 2]), { tensor: "x", at: [1, 1] }],
      },
    ],
    caption: "Keep an eye on who meets whom. Going back, each of these meetings happens once more.",
  },
  {
    kind: "prose",
    about: LOSS,
    markdown: `## A loss, and the only thing that comes back from it

Say we had hoped for the target $T$ below. The loss is the mean of the squared differences:

$\\displaystyle L = {{1/memory.x.values · ([x@0,0 - target@0,0]^2 + [x@0,1 - target@0,1]^2 + [x@1,0 - target@1,0]^2 + [x@1,1 - target@1,1]^2)}} = {{y}}$

Now ask the small question of each *output*. A difference $d$ enters the loss as \${{1/memory.x.values}}\\,d^2$, and the slope of that is \${{2/memory.x.values}}\\,d$: half of the difference.`,
  },
  {
    kind: "player",
    title: "From the loss to G",
    question: LOSS,
    arrangement: ["x", "−", "target", "→", "dx"],
    labels: {
      x: { words: "output", symbol: "Y", role: "output" },
      target: { words: "target", symbol: "T" },
      dx: { words: "gradient", symbol: "G", role: "gradient" },
    },
    plan: [
      {
        remark: "{{[x@0,0 - target@0,0]}} too high: half of the difference comes back.",
        tex: `${gradient("G_{0,0}")} = ${slope("0,0")} = {{2/memory.x.values · [x@0,0 - target@0,0]}} = {{grads.x@0,0}}`,
        spoken: `G at 0, 0 is ${slope("0,0")}, which is {{grads.x@0,0}}.`,
        cells: [cell("x", [0, 0]), cell("target", [0, 0]), cell("dx", [0, 0])],
      },
      {
        remark: "{{[x@0,1 - target@0,1]}} too high.",
        tex: `${gradient("G_{0,1}")} = ${slope("0,1")} = {{2/memory.x.values · [x@0,1 - target@0,1]}} = {{grads.x@0,1}}`,
        spoken: `G at 0, 1 is ${slope("0,1")}, which is {{grads.x@0,1}}.`,
        cells: [cell("x", [0, 1]), cell("target", [0, 1]), cell("dx", [0, 1])],
      },
      {
        remark: "{{[x@1,0 - target@1,0]}} too high.",
        tex: `${gradient("G_{1,0}")} = ${slope("1,0")} = {{2/memory.x.values · [x@1,0 - target@1,0]}} = {{grads.x@1,0}}`,
        spoken: `G at 1, 0 is ${slope("1,0")}, which is {{grads.x@1,0}}.`,
        cells: [cell("x", [1, 0]), cell("target", [1, 0]), cell("dx", [1, 0])],
      },
      {
        remark:
          "{{[target@1,1 - x@1,1]}} too low, so this gradient is negative: raising this output would lower the loss.",
        tex: `${gradient("G_{1,1}")} = ${slope("1,1")} = {{2/memory.x.values · [x@1,1 - target@1,1]}} = {{grads.x@1,1}}`,
        spoken: `G at 1, 1 is ${slope("1,1")}, which is {{grads.x@1,1}}.`,
        cells: [cell("x", [1, 1]), cell("target", [1, 1]), cell("dx", [1, 1])],
      },
    ],
  },
  {
    kind: "prose",
    about: LOSS,
    markdown: `We call these four numbers $G = \\partial L/\\partial Y$. Read $G_{0,0} = {{grads.x@0,0}}$ as: *raise $Y_{0,0}$ by a hundredth, and the loss rises by about {{[grads.x@0,0 / 100]}}.*

**$G$ is all that the layer ever hears of the rest of the network.** Had there been a cross-entropy instead of squares, or fifty more layers, all of it would have been boiled down to four numbers of this kind before it arrived here. So from now on you may forget the target and the loss. You have $X$ and $K$ from the forward pass, and $G$ from behind; nothing else is needed.

(Some courses call $G$ the *upstream* gradient and $\\partial L/\\partial X$ the *downstream* one, and some use the words the other way round. The symbols mean the same everywhere, so this page keeps to them.)`,
  },
];
