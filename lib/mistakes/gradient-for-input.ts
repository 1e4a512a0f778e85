import { type Question, solve } from "@/lib/question";
import { KernelError, type Tensor, coordinatesOf, tensor, valueAt, zeros } from "@/lib/tensor";

/**
 * ∂L/∂K at one weight with G read in place of X, zero where G ends.
 *
 * @throws KernelError ERR_INPUT where the question lacks an input or a gradient
 * @example gradientForInput(question, [0, 0]) // ΣG² = 285 in card 77
 */
export function gradientForInput(question: Question, at: readonly number[]): number {
  const { dy, inputs } = question;
  if (!dy?.data || !inputs.x) {
    throw new KernelError("ERR_INPUT", "The slip needs the values of dy and an input x.");
  }
  const x = laidInto(inputs.x.shape, dy);
  const slipped = solve({ ...question, inputs: { ...inputs, x } });
  return valueAt(slipped.grads?.w ?? zeros(at), at);
}

/** The tensor at the corner of a larger one of zeros. */
function laidInto(shape: readonly number[], small: Tensor): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(
    shape,
    Array.from({ length: size }, (_, offset) => {
      const at = coordinatesOf(shape, offset);
      const inside = at.every((index, axis) => index < (small.shape[axis] ?? 0));
      return inside ? valueAt(small, at) : 0;
    }),
  );
}
