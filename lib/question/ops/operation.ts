import type { Tensor, Window } from "@/lib/tensor";
import type { InputName, Params, Question } from "../question";

/** The values that an operation gives, in the ranks and the layout of its question. */
export interface Forward {
  readonly y: Tensor;
  readonly indices?: Tensor;
  /** The gradient of the loss by each input, for dy = ∂L/∂Y of y's shape. */
  readonly gradients: (dy: Tensor) => Readonly<Partial<Record<InputName, Tensor>>>;
}

/** A question checked against its sizes: all that can be said before a value is touched. */
export interface Prepared {
  /** The shape of y, in the rank and the layout of the question. */
  readonly outShape: readonly number[];
  readonly macs: number;
  /** The products or comparisons that y takes, where they are more than `macs`. */
  readonly work?: number;
  /** The window that slides over x, where one does: it says which gradients would fit. */
  readonly window?: Window;
  /** The values; only called where every operand has its own. */
  readonly forward: () => Forward;
}

/** How an operation reads a question. */
export interface Operation {
  readonly required: readonly InputName[];
  readonly optional: readonly InputName[];
  readonly params: readonly (keyof Params)[];
  readonly prepare: (question: Question) => Prepared;
}
