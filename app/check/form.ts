import type { Precision } from "@/lib/answer/operand";
import type { Conventions, Dtype, InputName, Op } from "@/lib/question";
import { PYTORCH } from "../practice/conventions";

/** The tensors that a person can give: the inputs, and the gradient that arrives. */
export type OperandName = InputName | "dy";

/** The colour of each. */
export const OPERAND_ROLES = {
  x: "input",
  target: "input",
  w: "kernel",
  b: "kernel",
  gamma: "kernel",
  beta: "kernel",
  indices: "output",
  dy: "gradient",
} as const satisfies Readonly<Record<OperandName, string>>;

/** The parameters as fields; `padding` takes four sides too. */
export const PARAM_FIELDS = [
  "kernel",
  "stride",
  "padding",
  "dilation",
  "groups",
  "output_padding",
  "output_size",
  "eps",
  "axis",
  "ceil_mode",
  "count_include_pad",
  "normalize",
  "overlap",
] as const;
export type ParamField = (typeof PARAM_FIELDS)[number];

/** What was typed, as it was typed: a link, a reload and a file bring it back. */
export interface Form {
  readonly op: Op;
  /** Whether only sizes are given. */
  readonly sizesOnly: boolean;
  readonly texts: Readonly<Partial<Record<OperandName, string>>>;
  readonly sizes: Readonly<Partial<Record<OperandName, string>>>;
  readonly params: Readonly<Partial<Record<ParamField, string>>>;
  readonly conventions: Conventions;
  readonly dtype: Dtype;
  readonly precision: Precision;
  readonly ask: string;
  /** The cell whose working is asked for, its indices apart by commas; empty for all. */
  readonly at: string;
  readonly answer: string;
}

/** A form with nothing typed. */
export const BLANK: Form = {
  op: "conv2d",
  sizesOnly: false,
  texts: {},
  sizes: {},
  params: {},
  conventions: PYTORCH,
  dtype: "float32",
  precision: "printed",
  ask: "y",
  at: "",
  answer: "",
};

interface Fields {
  readonly required: readonly OperandName[];
  readonly optional: readonly OperandName[];
  readonly params: readonly ParamField[];
}

const POOLED = { required: ["x"], optional: ["dy"] } as const;
const WEIGHTED = { required: ["x", "w"], optional: ["b", "dy"] } as const;

/** The fields of each operation. They stand here so that the page need not load the kernel; a test compares the two. */
export const FIELDS: Readonly<Record<Op, Fields>> = {
  conv2d: { ...WEIGHTED, params: ["stride", "padding", "dilation", "groups"] },
  conv_transpose2d: {
    ...WEIGHTED,
    params: ["stride", "padding", "dilation", "groups", "output_padding"],
  },
  max_pool2d: { ...POOLED, params: ["kernel", "stride", "padding", "dilation", "ceil_mode"] },
  avg_pool2d: {
    ...POOLED,
    params: ["kernel", "stride", "padding", "ceil_mode", "count_include_pad"],
  },
  max_unpool2d: {
    required: ["x", "indices"],
    optional: ["dy"],
    params: ["output_size", "kernel", "stride", "padding", "overlap"],
  },
  global_avg_pool2d: { ...POOLED, params: [] },
  global_max_pool2d: { ...POOLED, params: [] },
  adaptive_avg_pool2d: { ...POOLED, params: ["output_size"] },
  adaptive_max_pool2d: { ...POOLED, params: ["output_size"] },
  linear: { ...WEIGHTED, params: [] },
  relu: { ...POOLED, params: [] },
  softmax: { ...POOLED, params: ["axis"] },
  cross_entropy: { required: ["x", "target"], optional: ["dy"], params: [] },
  mse_loss: { required: ["x", "target"], optional: ["dy"], params: [] },
  batch_norm_train: { required: ["x"], optional: ["gamma", "beta", "dy"], params: ["eps"] },
  gram: { ...POOLED, params: ["normalize"] },
};

/** The tensors of an operation in the order of their fields. @example operandsOf("relu") // ["x", "dy"] */
export function operandsOf(op: Op): readonly OperandName[] {
  return [...FIELDS[op].required, ...FIELDS[op].optional];
}

/** What is typed for a tensor. */
export function textOf(form: Form, name: OperandName): string {
  return (form.sizesOnly ? form.sizes : form.texts)[name] ?? "";
}

/** The form with a tensor typed over. */
export function withOperand(form: Form, name: OperandName, text: string): Form {
  return form.sizesOnly
    ? { ...form, sizes: { ...form.sizes, [name]: text } }
    : { ...form, texts: { ...form.texts, [name]: text } };
}
