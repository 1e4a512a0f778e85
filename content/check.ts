import type { InputName, Op } from "@/lib/question";

/** What each operation is called where one chooses it. */
export const OP_WORDS: Readonly<Record<Op, string>> = {
  conv2d: "Convolution",
  conv_transpose2d: "Transposed convolution",
  max_pool2d: "Max pooling",
  avg_pool2d: "Average pooling",
  max_unpool2d: "Max unpooling",
  global_avg_pool2d: "Global average pooling",
  global_max_pool2d: "Global max pooling",
  adaptive_avg_pool2d: "Adaptive average pooling",
  adaptive_max_pool2d: "Adaptive max pooling",
  linear: "Linear layer",
  relu: "ReLU",
  softmax: "Softmax",
  cross_entropy: "Cross-entropy loss",
  mse_loss: "Mean squared error",
  batch_norm_train: "Batch normalisation, training",
  gram: "Gram matrix",
};

/** What each tensor is called, and how its axes go. */
export const OPERAND_WORDS: Readonly<
  Record<InputName | "dy", { readonly words: string; readonly axes: string }>
> = {
  x: { words: "input x", axes: "H×W, C×H×W or N×C×H×W" },
  w: { words: "weights w", axes: "kH×kW, or Cout×Cin×kH×kW" },
  b: { words: "bias b", axes: "one number for each output channel, if any" },
  target: { words: "target", axes: "the right classes, or the right values" },
  indices: { words: "indices", axes: "shaped like x" },
  gamma: { words: "scale γ", axes: "one number for each channel, if any" },
  beta: { words: "shift β", axes: "one number for each channel, if any" },
  dy: { words: "arriving gradient ∂L/∂Y", axes: "shaped like the output; ones if it is left out" },
};

/** What each parameter is called, and what may be written. */
export const PARAM_WORDS = {
  kernel: { words: "kernel size", such: "2, or 3, 2" },
  stride: { words: "stride", such: "1, or 2, 1" },
  padding: { words: "padding", such: "1; 1, 0; same; valid; or top, left, bottom, right" },
  dilation: { words: "dilation", such: "1, or 2, 1" },
  groups: { words: "groups", such: "1" },
  output_padding: { words: "output padding", such: "0, or 1, 0" },
  output_size: { words: "output size", such: "2, or 4, 4" },
  eps: { words: "ε", such: "0.00001" },
  axis: { words: "axis", such: "−1" },
  out: { words: "outputs", such: "channels or features; the weights tell them" },
  negative_slope: { words: "slope below 0", such: "0.01" },
  bias: { words: "bias", such: "" },
  ceil_mode: { words: "round sizes up", such: "" },
  count_include_pad: { words: "padding counts in the mean", such: "" },
  normalize: { words: "divide by C·H·W", such: "" },
  overlap: { words: "where places coincide", such: "" },
} as const;

/** What may be written as the output size of adaptive pooling. */
export const ADAPTIVE_SIZE = "2, or 4, 3; None keeps the input’s size";

/** How the digits of a decimal are taken. */
export const PRECISION_WORDS = {
  printed: "decimals as printed: four or more are rounded",
  rounded: "every decimal is rounded at its last digit",
  exact: "every number is exact",
} as const;

/** What is said where numbers were rounded before they were pasted. */
export const ROUNDED_WORDS =
  "Numbers printed by PyTorch are rounded: an answer inside the bounds is right.";

/** What stands where the result will be. */
export const WAITING_WORDS =
  "Give the tensors, or load one of the examples: the picture, the result and its working follow as you type.";

/** Problems to begin from, as links write them. */
export const EXAMPLES = [
  {
    title: "A convolution",
    link: "op=conv2d&x=1 2 0 1%0A3 1 1 0%0A0 2 4 1%0A1 0 2 3&w=1 0%0A2 -1",
  },
  {
    title: "Its weight gradient, and a wrong answer",
    link: "op=conv2d&x=1 2 0%0A3 1 1%0A0 2 4&w=1 0%0A2 -1&dy=1 -1%0A2 0&ask=grads.w&answer=4,2;4,5",
  },
  {
    title: "Shapes alone",
    link: "op=conv2d&sizes=1&x.sizes=3×32×32&w.sizes=10×3×5×5&b.sizes=10&padding=2&ask=params",
  },
  {
    title: "A gradient that cannot be (card 81)",
    link: "op=conv2d&x=1 2 3 4%0A5 6 7 8%0A9 1 2 3%0A4 5 6 7&w=1 0%0A0 1&dy=1 2%0A3 4&ask=grads.x",
  },
  {
    title: "Printed by PyTorch",
    link: "op=linear&x=tensor([[0.3367, 0.1288, 0.2345]])&w=[[100, 200, -50]]&answer=47.7078",
  },
] as const;

/** What can be asked, besides gradients and memory of a tensor. */
export const ASK_WORDS: Readonly<Record<string, string>> = {
  y: "the output",
  indices: "the indices",
  "shapes.y": "the output’s shape",
  params: "parameters",
  macs: "multiply–adds",
  flops: "FLOPs",
  receptive_field: "receptive field",
};

/** Beside a text too long to be shown as a whole. */
export const LONG_WORDS = {
  held: (count: string) => `${count} characters are kept and read; the field shows how they begin.`,
  away: (count: string) => `${count} characters were taken away.`,
  takeAway: "Take them away",
  putBack: "Put them back",
} as const;

/** Said before what one of several conventions would give. */
export const DIFFERENCE_WORDS = {
  shape: (choice: string, shape: string) => `${choice}: the shape would be ${shape}`,
  number: (choice: string, value: string) => `${choice}: it would be ${value}`,
  cells: (choice: string, differing: number, all: number) =>
    `${choice}: ${differing} of ${all} cells would differ`,
  refused: (choice: string, why: string) => `${choice}: ${why}`,
} as const;

/** What a proof says. */
export const PROOF_WORDS = {
  nothing: "There is no tensor with numbers here that could be proved.",
  twin: (cells: number, most: string) =>
    `A second algorithm, which shares no index code with the first, agrees in ${cells === 1 ? "the one cell" : `all ${cells} cells`}; the largest difference is ${most}.`,
  quotient: (cells: number, most: string) =>
    `The difference quotient (L(x + h) − L(x − h))/2h with h = 2⁻¹⁶ agrees in ${cells === 1 ? "the one cell" : `all ${cells} cells`} where the loss has a slope; the largest difference is ${most}.`,
  kinks: (cells: number) =>
    `${cells === 1 ? "One cell lies" : `${cells} cells lie`} at a kink (a ReLU at 0, a tie for a maximum): the slopes on the left and on the right differ, and the gradient is one of them by convention.`,
  overwritten: (cells: number) =>
    `${cells === 1 ? "One value is" : `${cells} values are`} overwritten by a later one, so that the loss does not feel it; the gradient is by convention that of the cell it would have gone to.`,
  heads: ["cell", "here", "second algorithm"],
  gradientHeads: ["cell", "here", "second algorithm", "difference quotient"],
} as const;

/** What is checked: one operation, or layers one after another. */
export const MODE_WORDS = { layer: "One operation", chain: "A chain of layers" } as const;
