import { type Operand, type Question, tensorToJson } from "@/lib/question";
import type { AnyQuestion } from "./asked";

/** A question as plain JSON, as the command line reads it. */
export type QuestionJson = Readonly<Record<string, unknown>> & { readonly op: string };

/** A question as plain JSON. What has a default is left out, but not the conventions: they are the reader's choice. */
export function questionToJson(question: AnyQuestion): QuestionJson {
  switch (question.op) {
    case "find":
    case "pad":
      return { ...question };
    case "spot":
      return { ...question, question: questionToJson(question.question) };
    case "network":
      return {
        op: question.op,
        layers: question.layers,
        inputs: operandsToJson(question.inputs),
        ...rest(question),
      };
    default:
      return {
        op: question.op,
        params: question.params,
        inputs: operandsToJson(question.inputs),
        ...rest(question),
      };
  }
}

function rest({ dy, conventions, dtype }: Pick<Question, "dy" | "conventions" | "dtype">) {
  return { ...(dy ? { dy: operandToJson(dy) } : {}), conventions, dtype };
}

function operandsToJson(operands: Readonly<Record<string, Operand | undefined>>) {
  return Object.fromEntries(
    Object.entries(operands).flatMap(([name, operand]) =>
      operand ? [[name, operandToJson(operand)]] : [],
    ),
  );
}

function operandToJson({ shape, data }: Operand) {
  return data ? tensorToJson({ shape, data }) : { shape };
}
