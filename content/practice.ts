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
  every: { label: "All sizes", such: "every one, such as 7, 8" },
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
