import type { MistakeId } from "@/lib/mistakes";
import type { Operand, Question } from "@/lib/question";
import { rotated, transposed } from "./replay-pictures";

type Change = (question: Question) => Question;

/** The question as if a mistake were right, where the mistake is one in what is given or in a setting. */
export function asIf(id: MistakeId, question: Question): Question | undefined {
  return CHANGES[id]?.(question);
}

const CHANGES: Readonly<Partial<Record<MistakeId, Change>>> = {
  KERNEL_FLIPPED: withKernel(rotated),
  KERNEL_TRANSPOSED: withKernel(transposed),
  BIAS_FORGOTTEN: withoutBias,
  STRIDE_IGNORED: ({ params, ...rest }) => ({ ...rest, params: { ...params, stride: 1 } }),
  DILATION_IGNORED: ({ params, ...rest }) => ({ ...rest, params: { ...params, dilation: 1 } }),
};

function withKernel(change: (kernel: Operand) => Operand): Change {
  return ({ inputs, ...rest }) => ({
    ...rest,
    inputs: inputs.w ? { ...inputs, w: change(inputs.w) } : inputs,
  });
}

function withoutBias({ inputs, ...rest }: Question): Question {
  const { b: _, ...kept } = inputs;
  return { ...rest, inputs: kept };
}
