import type { QuestionDraft } from "@/lib/question";
import type { WorkedCard } from "../types";

const QUESTION: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    w: [
      [1, 0],
      [0, -1],
    ],
  },
};

const ASYMMETRIC: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [2, 0, 1],
      [3, 5, 4],
      [1, 2, 7],
    ],
    w: [
      [1, 2],
      [3, -1],
    ],
  },
};

export const CARD_76: WorkedCard = {
  card: 76,
  slug: "slide-a-kernel",
  title: "Slide a kernel over an image",
  topic: "Forward pass",
  lead: "A 2×2 kernel moves over a 3×3 input, one cell at a time, with no padding. What are the four numbers that come out?",
  blocks: [
    {
      kind: "player",
      question: QUESTION,
      plan: [
        {
          ask: "shapes.y",
          rules: ["output-size"],
          captions: ["How large is the output? Count the places where the kernel fits"],
        },
        { ask: "y", rules: ["conv-cell"] },
        {
          remark: "Why is every cell the same?",
          tex: "\\textcolor{output}{Y_{i,j}} = \\textcolor{input}{X_{i,j}} - \\textcolor{input}{X_{i+1,j+1}} = \\textcolor{output}{ {{y@0,0}} }",
          spoken:
            "Y i j equals X i j minus X i plus 1, j plus 1. Going one row down and one column right adds the same amount everywhere in this input, so the difference is always {{y@0,0}}.",
        },
      ],
    },
    {
      kind: "prose",
      markdown:
        "## Now one where order matters\n\nThat first kernel is kind to mistakes: turn it over its diagonal, or copy one cell into the next, and nobody notices. Here is a kernel with four different weights and an input without a pattern. Four different numbers come out, so a slip has nowhere to hide.",
    },
    {
      kind: "player",
      title: "A kernel with four different weights: step by step",
      question: ASYMMETRIC,
      plan: [{ ask: "y" }],
    },
    { kind: "convention", question: ASYMMETRIC },
  ],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
