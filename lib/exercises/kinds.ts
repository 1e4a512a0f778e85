import type { AnyQuestion } from "./asked";

/**
 * What a remedy may have words of its own for, the most particular first: the convention of the layer's operation, the
 * operation and its direction, and how sizes are rounded.
 *
 * @example kindsOf(question) // ["correlation", "max_pool2d", "ceil"]
 */
export function kindsOf(question: AnyQuestion): readonly string[] {
  const { op, conventions } = question;
  const direction = op === "shuffle" ? [`shuffle ${question.direction}`] : [];
  const isCeil =
    "params" in question && "ceil_mode" in question.params && question.params.ceil_mode;
  return [conventions.operation, ...direction, op, isCeil ? "ceil" : conventions.rounding];
}
