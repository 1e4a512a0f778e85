import {
  type CellRef,
  type Connection,
  connections,
  derive,
  type TensorName,
} from "@/lib/derivation";
import { type Ask, type Question, type QuestionDraft, counts, questionFrom } from "@/lib/question";
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

const ASKS: Readonly<Partial<Record<TensorName, Ask>>> = {
  y: "y",
  dx: "grads.x",
  dw: "grads.w",
  db: "grads.b",
};

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
  const ask = ASKS[tensor];
  if (tensor === "y" && isCropped(question, at)) return CROPPED;
  const valued = Object.values(question.inputs).every(({ data }) => data !== undefined);
  return ask && valued ? explainResult(question, ask, at) : explainReach(question, tensor, at);
}

const CROPPED: Explanation = {
  cells: [],
  lines: [],
  words: "Stamped here too, but the padding of this layer cuts it off.",
};

/** Whether this place of the output lies in what a transposed convolution cuts off. */
function isCropped(question: Question, at: readonly number[]): boolean {
  const sizes = counts(question).shapes.y ?? [];
  return at.some((index, axis) => index < 0 || index >= (sizes[axis] ?? 0));
}

function explainResult(question: Question, ask: Ask, at: readonly number[]): Explanation {
  const { steps } = derive(question, ask, at);
  const lines = steps.slice(-2).map(({ line }) => ({
    tex: toTex(line, { colour: true }),
    text: toText(line),
    spoken: toSpeech(line),
  }));
  return { cells: steps.at(-1)?.cells ?? [], lines };
}

/** Everything that hangs on a cell of an input, a weight or an arriving gradient. */
function explainReach(question: Question, tensor: TensorName, at: readonly number[]): Explanation {
  const strands = connections(question)(tensor, at).filter(({ inside }) => inside);
  const cells = strands.flatMap((strand) => cellsOf(strand));
  return { cells: [{ tensor, at }, ...cells], lines: [], words: wordsFor(tensor, strands) };
}

/** Both the forward tensors and their gradients light up; a picture shows those that it holds. */
function cellsOf({ input, weight, output }: Connection): CellRef[] {
  return [
    { tensor: "x", at: input },
    { tensor: "dx", at: input },
    { tensor: "y", at: output },
    { tensor: "dy", at: output },
    ...(weight
      ? [
          { tensor: "w" as const, at: weight },
          { tensor: "dw" as const, at: weight },
        ]
      : []),
  ];
}

function wordsFor(tensor: TensorName, strands: readonly Connection[]): string {
  const outputs = new Set(strands.map(({ output }) => output.join())).size;
  const inputs = new Set(strands.map(({ input }) => input.join())).size;
  if (tensor === "x") {
    if (outputs === 0) return "No window covers this input: it changes nothing.";
    return `This input reaches ${counted(outputs, "output")}.`;
  }
  if (tensor === "w") {
    return `This weight meets ${counted(inputs, "input")}, one for each output: ${outputs} in all.`;
  }
  if (tensor === "y") return `This output reads ${counted(inputs, "input")}.`;
  if (tensor === "dy") return `Here the gradient flows back to ${counted(inputs, "input")}.`;
  return "";
}

function counted(count: number, one: string): string {
  return count === 1 ? `one ${one}` : `${count} ${one}s`;
}
