import type { Tensor } from "@/lib/tensor";

/** The operations that a question can ask about, by PyTorch's names. */
export const OPS = [
  "conv2d",
  "conv_transpose2d",
  "max_pool2d",
  "avg_pool2d",
  "max_unpool2d",
  "global_avg_pool2d",
  "global_max_pool2d",
  "adaptive_avg_pool2d",
  "adaptive_max_pool2d",
  "linear",
  "relu",
  "softmax",
  "cross_entropy",
  "mse_loss",
  "batch_norm_train",
  "gram",
] as const;
export type Op = (typeof OPS)[number];

/** The types of number that the bytes of a tensor are counted for. */
export const DTYPES = [
  "float64",
  "float32",
  "float16",
  "bfloat16",
  "int32",
  "int8",
  "uint8",
] as const;
export type Dtype = (typeof DTYPES)[number];

/** The names that tensors go by: what goes in, what comes out, and the gradients of the loss L by each. */
export const INPUT_NAMES = ["x", "w", "b", "target", "indices", "gamma", "beta"] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** A tensor, or only its shape, which asks for arithmetic on sizes alone. */
export type Operand = Tensor | { readonly shape: readonly number[]; readonly data?: undefined };

/** The choices on which courses and frameworks differ. The first of each is the default. */
export const CONVENTION_CHOICES = {
  rounding: ["floor", "ceil", "exact"],
  padding: ["pytorch", "tf", "onnx_lower"],
  operation: ["correlation", "convolution"],
  layout: ["nchw", "nhwc"],
  macs: ["without_bias", "with_bias"],
  units: ["si", "iec"],
} as const;
export type Conventions = {
  readonly [Choice in keyof typeof CONVENTION_CHOICES]: (typeof CONVENTION_CHOICES)[Choice][number];
};

type Pair = number | readonly [height: number, width: number];

/** Parameters by PyTorch's names; `pad` is [top, left, bottom, right]. What is absent has PyTorch's default. */
export interface Params {
  readonly stride?: Pair;
  readonly padding?: Pair | "same" | "valid";
  readonly pad?: readonly [top: number, left: number, bottom: number, right: number];
  readonly dilation?: Pair;
  readonly groups?: number;
  readonly output_padding?: Pair;
  readonly kernel?: Pair;
  readonly ceil_mode?: boolean;
  readonly count_include_pad?: boolean;
  readonly output_size?: Pair;
  readonly normalize?: boolean;
  readonly eps?: number;
  readonly axis?: number;
  readonly overlap?: "overwrite" | "sum";
}

/** One layer's computation, as the command line, the pages and the links carry it. */
export interface Question {
  readonly op: Op;
  readonly params: Params;
  readonly inputs: Readonly<Partial<Record<InputName, Operand>>>;
  /** ∂L/∂Y; where it is absent, every gradient is for ones. */
  readonly dy?: Operand;
  readonly conventions: Conventions;
  readonly dtype: Dtype;
}

/** What can be asked of a question: a tensor, a shape or a count. */
export type Ask =
  | "y"
  | "indices"
  | `grads.${InputName}`
  | `shapes.y`
  | `shapes.grads.${InputName}`
  | "params"
  | "macs"
  | "flops"
  | `memory.${InputName | "y"}`
  | `memory.${InputName | "y"}.values`
  | "receptive_field";

export interface Memory {
  readonly values: number;
  readonly bytes: number;
}

/** Everything that `solve` says of a question; a question of shapes alone has no y and no grads. */
export interface Solution {
  readonly y?: Tensor;
  readonly indices?: Tensor;
  readonly grads?: Readonly<Partial<Record<InputName, Tensor>>>;
  /** Keys: y, x, w, b … and grads.x, grads.w … */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly params: number;
  readonly macs: number;
  readonly flops: number;
  readonly memory: Readonly<Record<string, Memory>>;
}
