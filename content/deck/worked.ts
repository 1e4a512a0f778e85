import { AT_STRIDE_1, FOR_THE_KERNEL, IMAGE, LAYER, SLIDE, STRIDED } from "../worked/posed";
import type { DeckCard } from "./card";

const DUMOULIN = "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning";
const BACKPROPAGATION = "Stanford CS231n, course notes, Backpropagation, Intuitions";

/** The squares of G, which is what comes out when G is read in place of X. */
const SQUARES =
  "{{[dy@0,0 · dy@0,0 + dy@0,1 · dy@0,1 + dy@0,2 · dy@0,2 + dy@1,0 · dy@1,0 + dy@1,1 · dy@1,1 + dy@1,2 · dy@1,2 + dy@2,0 · dy@2,0 + dy@2,1 · dy@2,1 + dy@2,2 · dy@2,2]}}";
/** G times the kernel's own weights, cell by cell. */
const TIMES_WEIGHTS =
  "{{[dy@0,0 · w@0,0 + dy@0,1 · w@0,1 + dy@0,2 · w@0,2 + dy@1,0 · w@1,0 + dy@1,1 · w@1,1 + dy@1,2 · w@1,2 + dy@2,0 · w@2,0 + dy@2,1 · w@2,1 + dy@2,2 · w@2,2]}}";

/** Problems to be worked out, each with a page of its own and with other numbers every time. */
export const WORKED_PROBLEM_CARDS: readonly DeckCard[] = [
  {
    number: 76,
    topic: "Worked problems",
    title: "Slide a kernel over an image",
    question:
      "The kernel $K = {{w|tex}}$ slides over the image $X = {{x|tex}}$ with stride 1 and no padding. What comes out?",
    answer:
      "$Y = {{y|tex}}$: in each place, the window’s top left cell minus its bottom right one.",
    reason:
      "Lay the kernel on a window, multiply what lies on top of each other, add up. Only two of the weights are not zero, so the first cell is ${{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1}} = {{y@0,0}}$. In this image one step down and one to the right always adds the same amount; that is why all four are alike, and why the problem forgives many slips. Try it with other numbers at once.",
    deck: {
      verdict: "wrong",
      remark:
        "The deck prints {{[0 - x@1,1]}} and {{[0 - x@1,2]}} above {{[0 - x@1,0 - x@2,1]}} and {{[0 - x@2,2]}}. Three of these leave out the first product, and the third cell gives it the wrong sign.",
    },
    misconceptions: [
      {
        claim:
          "Four cells of {{[x@1,1 - x@0,0]}}: in each place, the cell at the window’s bottom right minus the cell at its top left.",
        because:
          "That turns the kernel around first, as convolution is defined in signal processing. A CNN’s layer lays it on as it is.",
      },
      {
        claim:
          "The first row is {{[0 - x@1,1]}}, {{[0 - x@1,2]}} and the second {{[0 - x@2,1]}}, {{[0 - x@2,2]}}: minus the cell at each window’s bottom right.",
        because: "This leaves out the first product, the one with the weight at the top left.",
      },
      {
        claim:
          "A map of 3×3 like the image, since the kernel is centred once on every cell and something comes out for each.",
        because:
          "Without padding the kernel must lie inside the image, and there are only two places along each side.",
      },
    ],
    sources: [DUMOULIN],
    worked: "slide-a-kernel",
    exercises: ["conv-forward", "conv-stride-padding"],
    neighbours: [23, 77, 78],
    about: SLIDE,
    picture: { kind: "tensors", question: SLIDE },
    given: ["1", "3"],
  },
  {
    number: 77,
    topic: "Worked problems",
    title: "The gradient for one weight",
    question:
      "A 3×3 kernel with $K = {{w|tex}}$ slid over $X = {{x|tex}}$, and $\\partial L/\\partial Y = G = {{dy|tex}}$ comes back. What is the gradient for the weight at the kernel’s top left?",
    answer:
      "{{grads.w@0,0}}: every entry of $G$ times the input that this weight lay on for it, added up.",
    reason:
      "The weight took part in every output, each time with another input beside it. So it can move the loss along nine paths, and its gradient adds up what comes back along them: $\\sum_{i,j} G_{i,j} \\cdot X_{i,j}$ over the window that the top-left weight swept. The kernel’s own values are not in it; they enter the gradient for the *input*.",
    deck: {
      verdict: "undetermined",
      remark:
        "As printed, the card gives $G$ and $K$ but no $X$, so nothing follows. Its answer is $G$ multiplied by itself, which is right only if that window of $X$ happens to hold the same numbers. Here an $X$ is given.",
    },
    misconceptions: [
      {
        claim: `${SQUARES}: every entry of $G$ times itself, added up, since $G$ is all that comes back.`,
        because:
          "$G$ is read in place of $X$. The partner of each $G_{i,j}$ is the input that the weight was multiplied by.",
      },
      {
        claim: `${TIMES_WEIGHTS}: every entry of $G$ times the weight in the same place of the kernel, added up.`,
        because:
          "The kernel’s values belong to the gradient for the input. How much a weight matters depends on its inputs.",
      },
      {
        claim:
          "{{[dy@0,0 · x@0,0]}}: the top-left entry of $G$ times the top-left input, the one place where the weight was used.",
        because: "Weights are shared: this one was used for every output, not only the first.",
      },
    ],
    sources: [BACKPROPAGATION, DUMOULIN],
    worked: "gradient-for-the-kernel",
    exercises: ["conv-weight-gradient", "conv-weight-gradient-strided"],
    neighbours: [24, 25, 35, 80],
    about: FOR_THE_KERNEL,
    picture: {
      kind: "tensors",
      question: FOR_THE_KERNEL,
      arrangement: ["x", "⋆", "dy", "=", "dw"],
      labels: { dy: { words: "gradient", symbol: "G" } },
    },
    given: ["3"],
  },
  {
    number: 78,
    topic: "Worked problems",
    title: "Output size at stride 2",
    question:
      "A 2×2 kernel slides over a 4×4 input with stride 2 and no padding. What shape is the output?",
    answer: "{{shapes.y}}: the kernel fits in two places along each side.",
    reason:
      "Count the places. The kernel starts in the corner, jumps two cells, fits once more, and the next jump would leave the input. As a formula: the room to move, divided by the stride and rounded down, plus the first place, so $\\lfloor({{shapes.x@-1 - shapes.w@-1}})/2\\rfloor + 1 = {{shapes.y@-1}}$.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "{{[shapes.x@-1 - shapes.w@-1 + 1]}}×{{[shapes.x@-1 - shapes.w@-1 + 1]}}: the input’s side, less the kernel’s, plus one.",
        because: "That is the answer at stride 1. A stride of 2 skips every other place.",
      },
      {
        claim:
          "{{[(shapes.x@-1 - shapes.w@-1) / 2]}}×{{[(shapes.x@-1 - shapes.w@-1) / 2]}}: the room to move, divided by the stride.",
        because: "That counts the jumps and forgets the place where the kernel starts.",
      },
      {
        claim: "{{shapes.x}}: a convolution leaves the height and width of its input as they are.",
        because: "Only with the right padding and at stride 1. Here there is neither.",
      },
    ],
    sources: [DUMOULIN],
    worked: "output-size",
    exercises: ["output-size", "output-shape", "pool-size"],
    neighbours: [27, 76, 79],
    about: STRIDED,
    picture: { kind: "tensors", question: STRIDED },
    given: ["1", "2", "4"],
  },
  {
    number: 79,
    topic: "Worked problems",
    title: "The shape of the arriving gradient",
    question:
      "A 2×2 kernel slid over a 4×4 input with stride 2. What is the shape of $\\partial L/\\partial Y$, the gradient that arrives at this layer’s output on the way back?",
    answer: "{{shapes.y}}, the shape of the output: one number for each output cell.",
    reason:
      "The gradient answers one question for each output cell: what if *this* one were larger? So it has the output’s shape, whatever comes after. Beware of the words: some courses call it the *downstream* gradient, since the output lies downstream of the data; CS231n calls it *upstream* and means $\\partial L/\\partial X$, which is {{shapes.grads.x}}, by downstream. The symbols never change sides.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim: "{{shapes.x}}, the shape of the input: a gradient must reach every input cell.",
        because:
          "That is $\\partial L/\\partial X$, which this layer works out and hands on. What arrives belongs to the output.",
      },
      {
        claim: "A single number: the loss is one number, and so is what flows back from it.",
        because: "The loss is one number, but it changes differently with each output cell.",
      },
      {
        claim:
          "{{[shapes.x@-1 - shapes.w@-1 + 1]}}×{{[shapes.x@-1 - shapes.w@-1 + 1]}}: one number for every place where the kernel could stand.",
        because:
          "With stride 2 the kernel skips places, and where nothing was put out nothing comes back.",
      },
    ],
    sources: [
      "Stanford CS231n, lecture slides on backpropagation (upstream and downstream gradients)",
    ],
    worked: "gradient-at-the-output",
    exercises: ["arriving-gradient-shape", "gradient-shapes"],
    neighbours: [35, 78, 80, 81],
    about: STRIDED,
    picture: {
      kind: "tensors",
      question: STRIDED,
      arrangement: ["x", "⋆", "w", "=", "y", "/", "dx", "dw", "dy"],
    },
    given: ["2", "4", "231"],
  },
  {
    number: 80,
    topic: "Worked problems",
    title: "The shape of the kernel’s gradient",
    question:
      "A 2×2 kernel slid over a 4×4 input with stride 2. What is the shape of $\\partial L/\\partial K$, the gradient for the kernel?",
    answer: "{{shapes.grads.w}}, like the kernel itself: one number for each weight.",
    reason:
      "A gradient is there to be subtracted, weight by weight, from what it belongs to, and that only works in the same shape. Stride, padding and the input’s size decide *which* products are added up for a weight, never how many weights there are. That the output is {{shapes.y}} as well is a coincidence of this problem.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim: "{{shapes.x}}, like the input: each input cell took part in making the gradient.",
        because: "The inputs take part in the sums; there is still one sum for each weight.",
      },
      {
        claim:
          "It has no fixed shape: the more places the kernel visits, the more numbers its gradient holds.",
        because: "More places make the sum for each weight longer. They do not make more sums.",
      },
      {
        claim: "A single number: all weights of one kernel are shared and move together.",
        because: "A weight is shared between places. The weights of a kernel each have their own.",
      },
    ],
    sources: [BACKPROPAGATION],
    worked: "shape-of-the-kernel-gradient",
    exercises: ["kernel-gradient-shape", "gradient-shapes"],
    neighbours: [25, 77, 79, 81],
    about: STRIDED,
    picture: { kind: "tensors", question: STRIDED, arrangement: ["x", "⋆", "dy", "=", "dw"] },
    given: ["2", "4"],
  },
  {
    number: 81,
    topic: "Worked problems",
    title: "A backward pass that does not fit",
    question:
      "A backward pass is described: stride 1, a 4×4 input, a 2×2 kernel, no padding, and a 2×2 gradient that arrives. What shape is $\\partial L/\\partial X$, and can this have happened?",
    answer:
      "$\\partial L/\\partial X$ is {{shapes.grads.x}}, like $X$, but this cannot have happened: the gradient that arrives must be {{shapes.y}}.",
    reason:
      "A gradient always has the shape of what it belongs to, so the first half needs no arithmetic. For the second, run the layer forward: $({{shapes.x@-1 - shapes.w@-1}})/1 + 1 = {{shapes.y@-1}}$ places along a side, so a 2×2 gradient would leave outputs without an answer. It fits stride 2, or a 3×3 input.",
    deck: {
      verdict: "undetermined",
      remark:
        "The deck gives the right shape for $\\partial L/\\partial X$ and does not notice that its set-up contradicts itself. Most likely the stride of 2 of the cards before it was meant.",
    },
    misconceptions: [
      {
        claim:
          "$\\partial L/\\partial X$ is 2×2, like the gradient that arrives: a layer passes on what it receives, in the same shape.",
        because: "What is passed on belongs to the input, so it has the input’s shape.",
      },
      {
        claim:
          "$\\partial L/\\partial X$ is {{shapes.grads.x}}, like $X$, and all is well: a gradient of any shape can arrive and is spread over the input.",
        because:
          "The first half is right. But what arrives has the output’s shape, and this output is not 2×2.",
      },
      {
        claim:
          "$\\partial L/\\partial X$ is {{shapes.y}}: stamping a 2×2 kernel for each entry of a 2×2 gradient at stride 1 covers that much.",
        because:
          "Stamping would cover just that, which is the contradiction showing; $\\partial L/\\partial X$ still has $X$’s shape.",
      },
    ],
    sources: [DUMOULIN, "PyTorch documentation, torch.Tensor.backward"],
    worked: "shape-of-the-input-gradient",
    exercises: ["find-stride", "gradient-shapes"],
    neighbours: [35, 78, 79, 80],
    about: AT_STRIDE_1,
    picture: {
      kind: "tensors",
      question: AT_STRIDE_1,
      arrangement: ["x", "⋆", "w", "=", "y", "/", "dx", "dy"],
      caption: "At stride 1 the gradient that arrives has the output’s shape, not 2×2.",
    },
    given: ["1", "2", "3", "4"],
  },
  {
    number: 82,
    topic: "Worked problems",
    title: "Count a layer’s parameters",
    question:
      "A 32×32 image with 3 channels meets a convolution with 10 filters of 5×5, padding 2, stride 1, and a bias for each filter. How many parameters does the layer learn?",
    answer: "{{params}}: a sheet of weights for every channel and a bias, in each of ten filters.",
    reason:
      "A filter looks at all channels at once, so it is a block of 3×5×5 weights, with one bias of its own: $({{shapes.w@1 · shapes.w@2 · shapes.w@3 + 1}}) \\cdot 10 = {{params}}$. Padding, stride and the image’s size do not enter. They set the work instead: the output holds {{memory.y.values}} values, which take {{macs}} multiply–adds.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "{{[shapes.w@0 · shapes.w@1 · shapes.w@2 · shapes.w@3]}}: a sheet of weights for every channel in each of ten filters.",
        because: "The ten biases are forgotten. They are learned as well.",
      },
      {
        claim:
          "{{[(shapes.w@2 · shapes.w@3 + 1) · shapes.w@0]}}: each filter has one sheet of weights and one bias, and there are ten filters.",
        because: "One sheet would see one channel. Each filter has a sheet for each of the three.",
      },
      {
        claim:
          "{{[shapes.w@0 · shapes.w@1 · shapes.w@2 · shapes.w@3 + 1]}}: a sheet of weights for every channel in each of ten filters, and the layer’s bias.",
        because: "A layer has a bias for every filter, not a single one.",
      },
    ],
    sources: [
      "Stanford CS231n, course notes, Convolutional Neural Networks: Architectures, Convolution / Pooling Layers",
      "PyTorch documentation, torch.nn.Conv2d",
    ],
    worked: "count-parameters",
    exercises: ["parameters", "macs", "grouped-parameters"],
    neighbours: [33, 34, 83],
    about: LAYER,
    picture: {
      kind: "tensors",
      question: LAYER,
      arrangement: ["x", "⋆", "w", "=", "y"],
      labels: { w: { words: "filters", symbol: "K" } },
    },
    given: ["1", "2", "3", "5", "10", "32"],
  },
  {
    number: 83,
    topic: "Worked problems",
    title: "The memory that an image takes",
    question:
      "How much memory does a 28×28 image with 3 channels take? Give the number of values, and the bytes if they are held as float32.",
    answer:
      "{{memory.x.values}} values. As float32, with four bytes for each value, {{memory.x}} bytes.",
    reason:
      "The values are height times width times channels, and nothing else: a tensor that flows through a network has no bias. How much room each value takes depends on how it is held. The {{memory.x}} bytes are {{memory.x.kB}} kB (of 1000 bytes) or {{memory.x.KiB}} KiB (of 1024); a number without a unit answers neither question.",
    deck: {
      verdict: "wrong",
      remark:
        "The deck prints {{[memory.x.values + 1]}}, without a unit: one more than there are values, as if a bias had been counted.",
    },
    misconceptions: [
      {
        claim:
          "{{[memory.x.values + 1]}} values, with the bias. As float32, with four bytes for each, {{[(memory.x.values + 1) · 4]}} bytes.",
        because: "Filters have biases. An image has none.",
      },
      {
        claim:
          "{{[shapes.x@1 · shapes.x@2]}} values. As float32, with four bytes for each value, {{[shapes.x@1 · shapes.x@2 · 4]}} bytes.",
        because: "The channels are forgotten: every place holds three values.",
      },
      {
        claim:
          "{{memory.x.values}} values. As float32, with one byte for each value, {{memory.x.values}} bytes.",
        because: "One byte a value is what an image file often uses (uint8). A float32 takes four.",
      },
    ],
    sources: [
      "PyTorch documentation, torch.Tensor",
      "IEC 80000-13, Quantities and units: Information science and technology",
    ],
    worked: "memory-of-a-tensor",
    exercises: ["memory", "activation-memory", "training-memory"],
    neighbours: [33, 82],
    about: IMAGE,
    picture: {
      kind: "tensors",
      question: IMAGE,
      arrangement: ["x"],
      labels: { x: { words: "image", symbol: "X" } },
    },
    given: ["3", "8", "28", "32", "1000", "1024"],
  },
];
