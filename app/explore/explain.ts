import type { CellRef, TensorName } from "@/lib/derivation";
import type { QuestionDraft } from "@/lib/question";

export interface ExplainedLine {
  readonly tex: string;
  readonly text: string;
  readonly spoken: string;
}

export interface Explanation {
  readonly cells: readonly CellRef[];
  readonly lines: readonly ExplainedLine[];
  readonly words?: string;
}

export function explain(
  _draft: QuestionDraft,
  tensor: TensorName,
  at: readonly number[],
): Explanation {
  return { cells: [{ tensor, at }], lines: [] };
}
