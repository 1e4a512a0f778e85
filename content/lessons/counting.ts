import type { QuestionDraft } from "@/lib/question";
import type { Lesson } from "../types";

/** A first layer on a small colour image. */
export const FIRST_LAYER: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: { shape: [3, 64, 64] }, w: { shape: [16, 3, 3, 3] }, b: { shape: [16] } },
};

/** A fully connected layer from as many values to as many values. */
export const CONNECTED: QuestionDraft = {
  op: "linear",
  inputs: { x: { shape: [1, 12288] }, w: { shape: [65536, 12288] }, b: { shape: [65536] } },
};

/** The same layer on an image of twice the size. */
export const LARGER_IMAGE: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: { shape: [3, 128, 128] }, w: { shape: [16, 3, 3, 3] }, b: { shape: [16] } },
};

/** A batch of eight, halved by the stride. */
const FINAL_MEMORY: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2, padding: 1 },
  inputs: { x: { shape: [8, 16, 32, 32] }, w: { shape: [32, 16, 3, 3] }, b: { shape: [32] } },
};

export const COUNTING: Lesson = {
  slug: "counting",
  title: "Counting parameters and memory",
  topic: "Counting",
  lead: "Three different counts are asked for under similar names: what a layer learns, how much it multiplies, and how much it has to remember. Each is a product that you can read off the picture.",
  blocks: [
    {
      kind: "prose",
      about: FIRST_LAYER,
      markdown: `Take a first layer: a colour image of 64×64 pixels, sixteen 3×3 filters, padding 1. Before counting anything, sort what there is into two heaps:

- **Numbers that belong to the layer**: weights and biases. They are there before any image arrives, and are the same for every image. These are the *parameters*.
- **Numbers that belong to an image**: what comes in and what goes out. These are the *activations*, and they take up most of the *memory*.

The third count is neither: how many multiplications it takes to get from one to the other.

## What it learns

Count one filter, then multiply. A filter has one weight for each cell of its window **and each channel** that it reads, and one bias.`,
    },
    {
      kind: "player",
      title: "Parameters",
      question: FIRST_LAYER,
      arrangement: ["w", "b"],
      plan: [{ ask: "params" }],
    },
    {
      kind: "prose",
      about: LARGER_IMAGE,
      markdown: `The image’s size has not come up, and that is the point of a convolution: the same weights serve at every place. On an image of 128×128 this layer would still have {{params}} parameters.`,
    },
    {
      kind: "prose",
      about: CONNECTED,
      markdown: `For comparison: a fully connected layer from the same input to an output of the same size would join each of {{memory.x.values}} values to each of {{memory.y.values}}, and have {{params}} parameters.

## How much it multiplies

Stand at one output value. It took as many multiplications as its filter has weights, biases aside. Now multiply by the number of output values. One multiplication with its addition is a *MAC*; a *FLOP* is either of the two, so there are about twice as many. Say which you mean.`,
    },
    {
      kind: "player",
      title: "Multiplications",
      question: FIRST_LAYER,
      arrangement: ["x", "⋆", "w", "=", "y"],
      plan: [{ ask: "flops" }],
    },
    {
      kind: "prose",
      about: LARGER_IMAGE,
      markdown: `This count does grow with the image: at 128×128 it is four times as large, {{macs}}.

## How much it has to remember

Values first: channels × height × width, and × the number of images in the batch. Then bytes: four for each value in the usual float32.`,
    },
    {
      kind: "player",
      title: "Memory of the output",
      question: FIRST_LAYER,
      arrangement: ["y"],
      plan: [{ ask: "shapes.y" }, { ask: "memory.y" }],
    },
    {
      kind: "prose",
      about: FIRST_LAYER,
      markdown: `So the layer learns {{params}} numbers, which is under 2 kB, and its output for one image takes {{memory.y}} bytes. That is typical of the early layers: few weights, large pictures. In the fully connected layers at the end it is the other way round.

Training needs more than running does. Activations are kept until the backward pass has used them; each parameter has a gradient of its own size beside it; and optimisers keep a running average or two of that size again.

## Where answers go astray

- **The channels are forgotten.** A “3×3” filter on three channels has {{[shapes.w@1 · shapes.w@2 · shapes.w@3]}} weights, not {{[shapes.w@2 · shapes.w@3]}}.
- **One bias for the whole layer, or none.** There is one for each filter.
- **The parameters are multiplied by the places.** That is the count of multiplications. Weights are shared; they are stored once.
- **The input’s size in the MACs.** It is the *output* values that have to be made. With a stride these are far fewer.
- **Values for bytes, or bits for bytes.** Write the unit next to the number. A kB is 1000 bytes, a KiB 1024.
- **The batch.** Activations count for every image. Parameters do not.`,
    },
    {
      kind: "ask",
      prompt:
        "A batch of 8 inputs, each 16×32×32, goes through 32 filters of 3×3 with padding 1 and stride 2. How many **parameters** has the layer, with biases?",
      question: FINAL_MEMORY,
      ask: "params",
      hint: "How many weights has one filter, when it reads 16 channels? Do the batch and the stride matter here?",
      explain:
        "${{(shapes.w@1 · shapes.w@2 · shapes.w@3 + 1) · shapes.w@0}} = {{params}}$. Neither the batch nor the stride changes what the layer learns.",
    },
    {
      kind: "ask",
      prompt:
        "And how many **bytes** does its output take, for the whole batch, in float32? (Answers such as 12.3 kB are fine too.)",
      question: FINAL_MEMORY,
      ask: "memory.y",
      hint: "First the output’s height and width: the stride halves them. Then channels, then images, then four bytes each.",
      explain:
        "The output is {{shapes.y}}: ${{shapes.y@0 · shapes.y@1 · shapes.y@2 · shapes.y@3}} = {{memory.y.values}}$ values, times 4, makes {{memory.y}} bytes.",
    },
    { kind: "own", question: FIRST_LAYER, asks: ["params", "macs", "memory.y"] },
  ],
  next: { slug: "receptive-field", label: "Next: the receptive field" },
};
