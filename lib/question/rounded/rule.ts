import type { InputName, Question } from "../question";
import type { Range } from "./range";

/** How far each tensor of a question reaches; dy too. */
export type Given = (name: InputName | "dy") => Range;

/** Between what the results of a question lie. */
export interface Bounds {
  readonly y: Range;
  readonly grads: Readonly<Partial<Record<InputName, Range>>>;
}

/** The bounds of one kind of operation. */
export type Rule = (question: Question, given: Given) => Bounds;
