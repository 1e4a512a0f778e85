import {
  type Conventions,
  type Operand,
  type Question,
  DEFAULT_CONVENTIONS,
  tensorToJson,
} from "@/lib/question";
import type { AnyQuestion } from "./asked";

/** A question as plain JSON, as the command line reads it. */
export type QuestionJson = Readonly<Record<string, unknown>> & { readonly op: string };

/**
 * A question as plain JSON. What has its default is left out, conventions too, so that an answer's layout is free where
 * nobody chose one.
 */
export function questionToJson(question: AnyQuestion): QuestionJson {
  switch (question.op) {
    case "find":
    case "pad":
    case "shuffle":
    case "compare": {
      const { conventions, ...asked } = question;
      return { ...asked, ...chosen(conventions) };
    }
    case "training": {
      const { op, optimiser, layers, inputs } = question;
      return { op, optimiser, layers, inputs, ...rest(question) };
    }
    case "unshared":
    case "spot": {
      const { conventions, ...asked } = question;
      return { ...asked, question: questionToJson(question.question), ...chosen(conventions) };
    }
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

function rest({
  dy,
  conventions,
  dtype,
}: Pick<Question, "conventions" | "dtype"> & { readonly dy?: Operand }) {
  return {
    ...(dy ? { dy: operandToJson(dy) } : {}),
    ...chosen(conventions),
    ...(dtype === "float32" ? {} : { dtype }),
  };
}

/** The conventions that are not PyTorch's. */
function chosen(conventions: Conventions): { readonly conventions?: Partial<Conventions> } {
  const others = CHOICES.filter((choice) => conventions[choice] !== DEFAULT_CONVENTIONS[choice]);
  if (others.length === 0) return {};
  return { conventions: Object.fromEntries(others.map((choice) => [choice, conventions[choice]])) };
}

const CHOICES = ["rounding", "padding", "operation", "layout", "macs", "units"] as const;

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
