import type { Ask, InputName, Question } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { Step } from "./step";

/** What is asked cell by cell. */
export type TensorAsk = "y" | "indices" | `grads.${InputName}`;

/** What is asked as one number or one shape. */
export type CountAsk = Exclude<Ask, TensorAsk>;

/** How the cells of one tensor are worked out; made once for a question, then asked cell by cell. */
export interface TensorWorking {
  /** What the kernel computes, in the question's own rank. */
  readonly result: Tensor;
  /** What comes before the first cell: the rule in symbols, and why it is the rule. */
  readonly rule: readonly Step[];
  /** One cell in one line: the numbers put in, the products, the sum. */
  cell(at: readonly number[]): Step;
  /** All of one cell: the rule for it, where it reads from, then its line. */
  full(at: readonly number[]): readonly Step[];
}

/** The steps to one number or one shape. */
export interface CountWorking {
  readonly steps: readonly Step[];
  readonly result: number | readonly number[];
}

/** How one operation is worked out: one file an operation, listed in `registry.ts`. */
export interface OpDerivation {
  /**
   * The tensors in the order in which they are worked out. A gradient of an input that the question
   * does not give is left out by the caller.
   */
  readonly tensors: readonly TensorAsk[];
  /** @throws KernelError ERR_INPUT for a tensor that is not in `tensors` */
  tensor(question: Question, ask: TensorAsk): TensorWorking;
  /** The steps to the shape of y; needs shapes only. */
  outputShape(question: Question): CountWorking;
}
