import type { Operand, Question } from "@/lib/question";
import { BLANK, type Form, operandsOf, type OperandName } from "./form";
import { textsOfParams } from "./read-params";

/**
 * The form of a question, so that the question of a file, or of a link elsewhere, can be gone on with.
 *
 * @example formFrom(parseQuestion({ op: "relu", inputs: { x: [[1, -2]] } })).texts.x // "[[1, -2]]"
 */
export function formFrom(question: Question, ask = "y", answer = ""): Form {
  const { op, params, inputs, dy, conventions, dtype } = question;
  const sizesOnly = [...Object.values(inputs), dy].some((operand) => operand && !operand.data);
  const texts: Partial<Record<OperandName, string>> = {};
  for (const name of operandsOf(op)) {
    const operand = name === "dy" ? dy : inputs[name];
    if (operand) texts[name] = sizesOnly ? operand.shape.join("×") || "()" : writeOperand(operand);
  }
  return {
    ...BLANK,
    op,
    sizesOnly,
    [sizesOnly ? "sizes" : "texts"]: texts,
    params: textsOfParams(op, params),
    conventions,
    dtype,
    precision: "exact",
    ask,
    answer,
  };
}

/** A tensor as one would type it: rows on lines, deeper ones and a single row as nested lists. */
export function writeOperand({ shape, data }: Operand): string {
  if (!data) return shape.join("×");
  const isRow = shape.length === 2 && shape[0] === 1;
  if (shape.length > 2 || shape.length === 0 || isRow) return nested(shape, data);
  const width = shape.at(-1) ?? 1;
  return Array.from({ length: data.length / width }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width)).join(" "),
  ).join("\n");
}

function nested([size, ...rest]: readonly number[], data: Float64Array): string {
  if (size === undefined) return String(data[0] ?? "");
  const each = data.length / size;
  const parts = Array.from({ length: size }, (_, index) =>
    nested(rest, data.subarray(index * each, (index + 1) * each)),
  );
  return `[${parts.join(rest.length === 0 ? ", " : rest.length === 1 ? ",\n " : ",\n\n")}]`;
}
