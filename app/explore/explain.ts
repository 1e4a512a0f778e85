import { type CellRef, derive, type TensorName } from "@/lib/derivation";
import { type Question, type QuestionDraft, questionFrom } from "@/lib/question";
import { toSpeech, toTex, toText } from "@/lib/tex";

export interface ExplainedLine {
  readonly tex: string;
  readonly text: string;
  readonly spoken: string;
}

/** What there is to say about one cell: the cells it belongs with, and its formula. */
export interface Explanation {
  readonly cells: readonly CellRef[];
  readonly lines: readonly ExplainedLine[];
  readonly words?: string;
}

const ASKS = { y: "y", dx: "grads.x", dw: "grads.w", db: "grads.b" } as const;

/**
 * A cell that is pointed at. Of a result: its window and its formula, symbols first, then numbers,
 * then the sum. Of an input, a weight or a gradient: every cell that it reaches.
 */
export function explain(
  draft: QuestionDraft,
  tensor: TensorName,
  at: readonly number[],
): Explanation {
  const question = questionFrom(draft);
  if (tensor === "y" || tensor === "dx" || tensor === "dw" || tensor === "db") {
    return explainResult(question, tensor, at);
  }
  return { cells: [{ tensor, at }], lines: [] };
}

function explainResult(
  question: Question,
  tensor: keyof typeof ASKS,
  at: readonly number[],
): Explanation {
  const { steps } = derive(question, ASKS[tensor], at);
  const lines = steps.slice(-2).map(({ line }) => ({
    tex: toTex(line, { colour: true }),
    text: toText(line),
    spoken: toSpeech(line),
  }));
  return { cells: steps.at(-1)?.cells ?? [], lines };
}
