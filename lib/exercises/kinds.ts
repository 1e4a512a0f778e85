import type { AnyQuestion } from "./asked";

/**
 * What a remedy may have words of its own for, the most particular first: the convention of the layer's operation, the
 * operation with its direction or what is to be found, and how sizes are rounded.
 *
 * @example kindsOf(question) // ["correlation", "max_pool2d", "ceil"]
 */
export function kindsOf(question: AnyQuestion): readonly string[] {
  const { op, conventions } = question;
  const isCeil =
    "params" in question && "ceil_mode" in question.params && question.params.ceil_mode;
  return [conventions.operation, ...asked(question), op, isCeil ? "ceil" : conventions.rounding];
}

function asked(question: AnyQuestion): readonly string[] {
  if (question.op === "shuffle") return [`shuffle ${question.direction}`];
  const isPadding =
    question.op === "find" && question.unknown.some((name) => PADDINGS.includes(name));
  return isPadding ? ["find padding"] : [];
}

const PADDINGS: readonly string[] = ["padding", "before", "after"];
