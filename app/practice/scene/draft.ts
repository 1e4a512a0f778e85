import { type AnyQuestion, isOwnQuestion } from "@/lib/exercises";
import type { Operand, Question, QuestionDraft } from "@/lib/question";

/** A layer's question as plain data that a page can carry. */
export function draftOf(question: Question): QuestionDraft {
  const { op, params, inputs, dy, conventions, dtype } = question;
  return {
    op,
    params,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, operand]) => [name, plain(operand)]),
    ),
    ...(dy ? { dy: plain(dy) } : {}),
    conventions,
    dtype,
  };
}

/** Whether a question is of one layer. */
export function isLayer(question: AnyQuestion): question is Question {
  return question.op !== "network" && !isOwnQuestion(question);
}

function plain({ shape, data }: Operand) {
  return data ? { shape, data: [...data] } : { shape };
}
