import type { FindName } from "@/lib/exercises";

/** What is asked where the same numbers go backward. */
export const BACKWARD_STATEMENTS: Readonly<Record<string, string>> = {
  "grads.w":
    "The same numbers, backward. G = ∂L/∂Y arrives at the output of this layer. Work out ∂L/∂K, the gradient of the kernel.",
  "grads.x":
    "The same numbers, backward. G = ∂L/∂Y arrives at the output of this layer. Work out ∂L/∂X, the gradient that goes on to the input.",
  "grads.b":
    "The same numbers, backward. G = ∂L/∂Y arrives at the output of this layer. Work out ∂L/∂b, the gradient of the bias.",
};

/** The names of the gradients on their buttons. */
export const BACKWARD_LABELS: Readonly<Record<string, string>> = {
  "grads.w": "∂L/∂K",
  "grads.x": "∂L/∂X",
  "grads.b": "∂L/∂b",
};

/** What a line for the answer is called, and what may be written in it. */
export const ANSWER_WORDS = {
  number: { label: "Your answer", such: "a number or working, such as 2·3 + 1" },
  params: { label: "Parameters", such: "a number or working, such as (3·5·5 + 1)·10" },
  macs: { label: "Multiply–adds", such: "a number or working, such as 32·32·75" },
  flops: { label: "FLOPs", such: "a number or working, such as 2·768000" },
  values: { label: "Values", such: "a number or working, such as 32·32·3" },
  bytes: { label: "Memory", such: "with its unit, such as 12288 B, 12.3 kB or 12 KiB" },
  shape: { label: "Shape", such: "sizes, such as 10 × 32 × 32 or (10, 32, 32)" },
  field: { label: "Receptive field", such: "one size, or height × width" },
  every: { label: "All sizes", such: "every one, such as 7, 8, or a range, such as 7 to 9" },
} as const;

/** What stands beside the field of an unknown size. */
export const UNKNOWN_WORDS: Readonly<Record<FindName, string>> = {
  input: "Input size",
  kernel: "Kernel size",
  stride: "Stride",
  padding: "Padding",
  before: "Padding before",
  after: "Padding after",
  dilation: "Dilation",
};

/** What the choices of each convention are called, for its menu. */
export const CONVENTION_WORDS = {
  rounding: {
    title: "Output sizes",
    choices: { floor: "rounded down", ceil: "rounded up", exact: "must fit exactly" },
  },
  padding: {
    title: "“Same” padding",
    choices: { pytorch: "PyTorch", tf: "TensorFlow", onnx_lower: "ONNX, lower" },
  },
  operation: {
    title: "Convolution",
    choices: { correlation: "⋆ kernel as it is", convolution: "∗ kernel turned" },
  },
  layout: {
    title: "Channels",
    choices: { nchw: "first, N×C×H×W", nhwc: "last, N×H×W×C" },
  },
  macs: {
    title: "Multiply–adds",
    choices: { without_bias: "without the bias", with_bias: "with the bias" },
  },
  units: { title: "kB and MB", choices: { si: "powers of 1000", iec: "powers of 1024" } },
} as const;

/** What stands under a replay: what was done, and what it should be. */
export const REPLAY_CAPTIONS = {
  kernel: ["what you used", "what the layer uses"],
  places: ["where yours stand", "where they belong"],
  window: ["where you looked", "where the window lies"],
  padding: ["what you used", "with its padding"],
  channels: ["the weights you used", "the weights of the filters"],
} as const;

/** Before the product of a cell that was left out, or taken with the wrong sign. */
export const PRODUCT_WORDS = (at: readonly number[], isSign: boolean): string => {
  const [row = 0, column = 0] = at.slice(-2);
  return isSign
    ? `In row ${row}, column ${column}, look at the sign of`
    : `In row ${row}, column ${column}, this is missing:`;
};

/** What somebody else did, as the choices of "spot the error"; what is missing goes by its remedy's title. */
export const SPOT_WORDS: Readonly<Record<string, string>> = {
  KERNEL_FLIPPED: "The kernel was turned by 180°",
  KERNEL_TRANSPOSED: "The kernel was read column by column",
  ADDED_NOT_MULTIPLIED: "Inputs and weights were added",
  TERM_DROPPED: "A product was left out",
  SIGN_SLIP: "A product has the wrong sign",
};

/** Types to begin with, one of each kind, and what one does in them. */
export const BEGINNINGS: readonly { readonly type: string; readonly words: string }[] = [
  {
    type: "conv-forward",
    words: "Multiply, add, slide on: the one sum that all the others grow from.",
  },
  {
    type: "output-shape",
    words: "From filters, stride and padding to N × C × H × W, without a value in sight.",
  },
  {
    type: "max-pool-forward",
    words: "The largest of each window. No products, and quick to get going.",
  },
  {
    type: "parameters",
    words: "How much does a layer learn? Weights and biases, counted by hand.",
  },
  {
    type: "conv-weight-gradient",
    words: "The first step backward: the gradient of a kernel, as a convolution.",
  },
  {
    type: "spot-the-error",
    words: "Somebody’s working, with one slip in it. Find the line and name the slip.",
  },
];
