import { type NestedNumbers, KernelError, fromNested, tensor } from "@/lib/tensor";
import {
  type Conventions,
  type Dtype,
  type InputName,
  type Op,
  type Operand,
  type Params,
  type Question,
  INPUT_NAMES,
} from "./question";
import { withSameInNumbers } from "./same-transposed";
import { valuesIn } from "./sizes";

/** A tensor as people write it: nested arrays, shape and values, or a shape alone. */
export type OperandDraft =
  | NestedNumbers
  | { readonly shape: readonly number[]; readonly data?: ArrayLike<number> | undefined };

/** A question with everything left out that has a default. */
export interface QuestionDraft {
  readonly op: Op;
  readonly params?: Params;
  readonly inputs: Readonly<Partial<Record<InputName, OperandDraft>>>;
  readonly dy?: OperandDraft;
  readonly conventions?: Partial<Conventions>;
  readonly dtype?: Dtype;
}

/** What a question means where it says nothing: PyTorch's conventions. */
export const DEFAULT_CONVENTIONS: Conventions = {
  rounding: "floor",
  padding: "pytorch",
  operation: "correlation",
  layout: "nchw",
  macs: "without_bias",
  units: "si",
};

/**
 * A complete question from a draft: nested arrays become tensors, and what is left out gets its default.
 *
 * @throws KernelError ERR_RAGGED, ERR_SHAPE or ERR_MEMORY where a tensor cannot be read
 * @example questionFrom({ op: "relu", inputs: { x: [[1, -2]] } }).dtype // "float32"
 */
export function questionFrom(draft: QuestionDraft): Question {
  return withSameInNumbers({
    op: draft.op,
    params: draft.params ?? {},
    inputs: operandsFrom(draft.inputs),
    ...(draft.dy === undefined ? {} : { dy: operandFrom(draft.dy, "dy") }),
    conventions: { ...DEFAULT_CONVENTIONS, ...draft.conventions },
    dtype: draft.dtype ?? "float32",
  });
}

/**
 * One tensor of a draft; `where` names it in an error.
 *
 * @throws KernelError ERR_RAGGED, ERR_SHAPE or ERR_MEMORY
 * @example operandFrom([[1, 2]]).shape // [1, 2]
 */
export function operandFrom(draft: OperandDraft, where = "the tensor"): Operand {
  try {
    if (isNested(draft)) return fromNested(draft);
    if (draft.data) return tensor(draft.shape, draft.data);
    valuesIn(draft.shape);
    return { shape: draft.shape };
  } catch (error) {
    if (error instanceof KernelError)
      throw new KernelError(error.code, `In ${where}: ${error.message}`);
    throw error;
  }
}

function operandsFrom(drafts: QuestionDraft["inputs"]): Partial<Record<InputName, Operand>> {
  const operands: Partial<Record<InputName, Operand>> = {};
  for (const name of INPUT_NAMES) {
    const draft = drafts[name];
    if (draft !== undefined) operands[name] = operandFrom(draft, `inputs.${name}`);
  }
  return operands;
}

function isNested(draft: OperandDraft): draft is NestedNumbers {
  return typeof draft === "number" || Array.isArray(draft);
}
