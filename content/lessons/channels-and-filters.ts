import type { QuestionDraft } from "@/lib/question";
import type { Lesson } from "../types";
import { cells } from "./cells";
import { output } from "./colours";

const WINDOW = [2, 2] as const;

/** What each slice of the first filter comes to in the first window. */
const FIRST_SLICE = "x@0,0,0 · w@0,0,0 + x@0,0,1 · w@0,0,1 + x@0,1,0 · w@0,1,0 + x@0,1,1 · w@0,1,1";
const SECOND_SLICE =
  "x@1,0,0 · w@1,0,0 + x@1,0,1 · w@1,0,1 + x@1,1,0 · w@1,1,0 + x@1,1,1 · w@1,1,1";

const SHEETS = [
  [
    [1, 2, 0],
    [0, 1, 3],
    [2, 1, 1],
  ],
  [
    [3, 0, 1],
    [1, 2, 0],
    [0, 1, 2],
  ],
];
const FIRST = [
  [
    [1, 0],
    [2, -1],
  ],
  [
    [0, 1],
    [-1, 2],
  ],
];

/** Two channels in; two filters, so two channels out. */
export const FILTERS: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: SHEETS,
    w: [
      FIRST,
      [
        [
          [2, 1],
          [1, 0],
        ],
        [
          [1, -2],
          [1, 0],
        ],
      ],
    ],
    b: [1, 2],
  },
};

/** The first of the two filters by itself. */
const ONE_FILTER: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: SHEETS,
    w: FIRST,
    b: [1],
  },
};

/** Two 1×1 filters on three channels: at every place the same small mixture. */
const ONE_BY_ONE: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [
        [1, 4],
        [2, 0],
      ],
      [
        [3, 2],
        [1, 5],
      ],
      [
        [0, 1],
        [6, 2],
      ],
    ],
    w: [
      [[[1]], [[-1]], [[2]]],
      [[[3]], [[2]], [[-2]]],
    ],
    b: [0, 1],
  },
};

export const CHANNELS_AND_FILTERS: Lesson = {
  slug: "channels-and-filters",
  title: "Channels and filters",
  topic: "Forward pass",
  lead: "A colour image has three channels, a layer may have hundreds. Who is added to whom, and how many outputs come of it?",
  blocks: [
    {
      kind: "prose",
      about: FILTERS,
      markdown: `Picture the input as a stack of sheets: red, green and blue, or whatever the layer before has found. A filter is a stack as well, **with one slice for every sheet**. It is laid on all the sheets at the same place, each slice on its own sheet, and everything that overlaps is multiplied and added into **one single number**.

So the channels go in and disappear: one filter makes one sheet of output, however many sheets it has read. To get more sheets out, use more filters. Two rules follow, and they explain every shape on this page:

- as many **slices in a filter** as channels in the input;
- as many **channels in the output** as there are filters.`,
    },
    {
      kind: "player",
      title: "One filter, one number",
      question: ONE_FILTER,
      arrangement: ["x", "⋆", "w", "/", "+", "b", "=", "y"],
      plan: [
        {
          remark: `The filter’s first slice lies on the first sheet. What overlaps comes to {{[${FIRST_SLICE}]}}.`,
          tex: `{{${FIRST_SLICE} =}}`,
          spoken: `{{${FIRST_SLICE} =}}.`,
          cells: [...cells("x", [0, 0], WINDOW, [0]), ...cells("w", [0, 0], WINDOW, [0])],
        },
        {
          remark: `Its second slice lies on the second sheet, at the same place. Here we get {{[${SECOND_SLICE}]}}.`,
          tex: `{{${SECOND_SLICE} =}}`,
          spoken: `{{${SECOND_SLICE} =}}.`,
          cells: [...cells("x", [0, 0], WINDOW, [1]), ...cells("w", [0, 0], WINDOW, [1])],
        },
        {
          remark:
            "Both together, and the filter’s bias **once**, make a single number. It belongs to the filter, not to its slices.",
          tex: `${output("Y_{0,0,0}")} = {{[${FIRST_SLICE}] + [${SECOND_SLICE}] + b@0}} = {{y@0,0,0}}`,
          spoken: `Y at 0, 0, 0 is {{[${FIRST_SLICE}] + [${SECOND_SLICE}] + b@0 =}}.`,
          cells: [
            { tensor: "b", at: [0] },
            { tensor: "y", at: [0, 0, 0] },
          ],
        },
      ],
    },
    {
      kind: "prose",
      about: FILTERS,
      markdown: `The same filter then slides over all places and fills its sheet. A second filter starts again from the top left, with slices and a bias of its own, and fills the second sheet.`,
    },
    {
      kind: "player",
      title: "Two filters, two channels",
      question: FILTERS,
      arrangement: ["x", "⋆", "w", "/", "+", "b", "=", "y"],
      plan: [
        {
          ask: "y",
          rules: ["conv-cell"],
          captions: [
            "Filter 0, first window: both sheets together, then its bias",
            "One step to the right",
            "Next row, from the left",
            "The last window",
            "Filter 1, first window: the same input, other weights, another bias",
            "One step to the right",
            "Next row, from the left",
            "The last window",
          ],
        },
      ],
    },
    {
      kind: "prose",
      about: FILTERS,
      markdown: `The weights of this layer have four axes, filters × channels × height × width: {{shapes.w}}. The input is {{shapes.x}}, the output {{shapes.y}}.

## Where answers go astray

- **The bias is added once for each channel.** Count: a filter makes one number at each place, and it has one bias to add to it.
- **The channels stay apart.** If your output has the input’s channels, the adding-up across sheets is missing.
- **Only the first channel is read.** Every slice counts, even where the picture shows one sheet at a time.
- **“A 1×1 kernel has one weight.”** It has one for each channel. It does not look left or right, but it looks through the whole stack.

With $g$ *groups* the stack is cut into $g$ equal parts, and each filter reads only the part it belongs to. As many groups as channels is called *depthwise*: every filter has a single slice.`,
    },
    {
      kind: "ask",
      prompt:
        "Here are three channels and two 1×1 filters with biases 0 and 1. What is the output of the **second** filter at the top right, $Y_{1,0,1}$?",
      question: ONE_BY_ONE,
      ask: "y",
      at: [1, 0, 1],
      arrangement: ["x", "w", "b"],
      hint: "Take the top-right number of each of the three sheets, multiply it by the second filter’s weight for that sheet, and remember the bias.",
      explain:
        "Through the stack at the top right lie {{x@0,0,1}}, {{x@1,0,1}} and {{x@2,0,1}}. So ${{x@0,0,1 · w@1,0,0,0 + x@1,0,1 · w@1,1,0,0 + x@2,0,1 · w@1,2,0,0 + b@1}} = {{y@1,0,1}}$.",
    },
    { kind: "own", question: FILTERS, asks: ["shapes.y", "params", "y"] },
  ],
  next: { slug: "counting", label: "Next: counting parameters and memory" },
};
