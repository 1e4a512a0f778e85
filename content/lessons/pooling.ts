import type { QuestionDraft } from "@/lib/question";
import type { Lesson, TensorLabel } from "../types";

const PICTURE = [
  [1, 5, 2],
  [4, 3, 5],
  [0, 3, 1],
];
const ARRIVING = [
  [4, 8],
  [-4, 16],
];
const G: TensorLabel = { words: "gradient", symbol: "G" };

/** Overlapping windows, and a tie in the second. */
export const MAX: QuestionDraft = {
  op: "max_pool2d",
  params: { kernel: 2, stride: 1 },
  inputs: { x: PICTURE },
  dy: ARRIVING,
};

export const AVERAGE: QuestionDraft = {
  op: "avg_pool2d",
  params: { kernel: 2, stride: 1 },
  inputs: { x: PICTURE },
  dy: ARRIVING,
};

/** The middle cell wins three of the four windows, one of them in a tie. */
export const FINAL_WINNER: QuestionDraft = {
  op: "max_pool2d",
  params: { kernel: 2, stride: 1 },
  inputs: {
    x: [
      [3, 1, 9],
      [0, 7, 7],
      [4, 2, 5],
    ],
  },
  dy: [
    [1, 2],
    [3, 5],
  ],
};

export const POOLING: Lesson = {
  slug: "pooling",
  title: "Pooling, both ways",
  topic: "Backward pass",
  lead: "Pooling has nothing to learn, yet the gradient has to get through it. Max pooling sends it to the winner, average pooling shares it out.",
  blocks: [
    {
      kind: "prose",
      markdown: `A pooling window slides like a kernel’s, but there are no weights. **Max pooling** keeps the largest number under the window, **average pooling** their mean. Each channel is pooled by itself, so their number does not change.

As a rule the windows lie side by side, a 2×2 window with stride 2. Here they overlap, with stride 1, because that is where backward becomes interesting.

## Max pooling

Going forward, remember not only the largest number but *where* it stood. Look out for the second window: it holds the largest number twice. Then the **first** one counts, reading row by row.`,
    },
    {
      kind: "player",
      title: "Max pooling, forward",
      question: MAX,
      plan: [
        {
          ask: "y",
          rules: ["max-pool-cell", "max-pool-tie"],
          captions: [
            "The largest is the {{x@0,1}} at the top",
            "The {{x@0,1}} stands there twice. The first one counts, and that is the one at the top again",
            "The largest is the {{x@1,0}} on the left",
            "The largest is the {{x@1,2}} on the right",
          ],
        },
      ],
    },
    {
      kind: "prose",
      about: MAX,
      markdown: `Backward, ask of each input cell what this site always asks: *which outputs did it touch, and what was it multiplied by there?* A cell that lost could have been a little larger and no output would have changed: its gradient is 0. The winner was passed on as it was, multiplied by 1, so it receives the whole of its output’s gradient. And a cell that won several windows receives several, added up.`,
    },
    {
      kind: "player",
      title: "Max pooling, backward",
      question: MAX,
      arrangement: ["x", "dy", "→", "dx"],
      labels: { dy: G },
      plan: [
        {
          ask: "grads.x",
          rules: ["max-pool-gradient-cell", "max-pool-gradient-zero"],
        },
        {
          remark:
            "The {{x@0,1}} at the top won the first window, and the second as well: it stood there first. The other {{x@1,2}} gets nothing from that tie; its gradient comes from the last window alone.",
          cells: [
            { tensor: "x", at: [0, 1] },
            { tensor: "x", at: [1, 2] },
            { tensor: "dx", at: [0, 1] },
            { tensor: "dx", at: [1, 2] },
          ],
        },
      ],
    },
    {
      kind: "prose",
      markdown: `## Average pooling

Now nobody wins. Every cell of a window went into the mean with the same factor, one over the number of cells. So on the way back each receives that share: a quarter of $G$ for a 2×2 window. Overlaps add, here too.`,
    },
    {
      kind: "player",
      title: "Average pooling, forward",
      question: AVERAGE,
      plan: [
        {
          ask: "y",
          rules: ["avg-pool-cell"],
          captions: ["Add up the window and divide by {{[2 · 2]}}", "One step to the right"],
        },
      ],
    },
    {
      kind: "player",
      title: "Average pooling, backward",
      question: AVERAGE,
      arrangement: ["dy", "→", "dx"],
      labels: { dy: G },
      plan: [{ ask: "grads.x", rules: ["avg-pool-gradient-cell"] }],
    },
    {
      kind: "prose",
      about: AVERAGE,
      markdown: `Add up all of $G$: \${{dy@0,0 + dy@0,1 + dy@1,0 + dy@1,1 =}}$. Add up $\\partial L/\\partial X$ for the maximum, then for the mean: {{[dy@0,0 + dy@0,1 + dy@1,0 + dy@1,1]}} both times. Pooling hands the gradient on; it neither makes any nor loses any. That is a quick check on your own answer (as long as no window hangs over a border).

## Where answers go astray

- **Max pooling’s gradient is spread evenly.** That is the mean’s rule. The maximum gives all to one.
- **All the ties are served.** Only the first maximum is; otherwise the total comes out too large.
- **A later window overwrites an earlier one.** Where windows overlap, their shares add.
- **The mean’s gradient is not divided.** Each of four cells gets a quarter.
- **A border of zeros in max pooling.** The padding of a max pool counts as $-\\infty$, so that it never wins, not even against negative numbers. In average pooling PyTorch counts the border’s zeros in the divisor unless told otherwise; TensorFlow leaves them out.`,
    },
    {
      kind: "ask",
      prompt:
        "A 2×2 max pool with stride 1 reads this input, and this $G$ comes back. What is the gradient of the cell in the middle, $\\partial L/\\partial X_{1,1}$?",
      question: FINAL_WINNER,
      ask: "grads.x",
      at: [1, 1],
      arrangement: ["x", "dy"],
      labels: { dy: G },
      hint: "The middle cell lies in all four windows. In which of them is it the first largest number?",
      explain:
        "It wins three windows: the top left, the bottom left, and the bottom right, where another {{x@1,2}} ties with it but comes later. The top right goes to the {{x@0,2}}. So ${{dy@0,0 + dy@1,0 + dy@1,1}} = {{grads.x@1,1}}$.",
    },
    { kind: "own", question: MAX, asks: ["y", "indices", "grads.x"] },
  ],
  next: { slug: "transposed-convolution", label: "Next: transposed convolution" },
};
