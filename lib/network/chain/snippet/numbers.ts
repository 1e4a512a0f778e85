import type { Operand } from "@/lib/question";
import { type NestedNumbers, type Tensor, fromNested, reshape, sizeOf } from "@/lib/tensor";
import { ReadError } from "../../read/problem";
import type { Argument, Expression } from "../../read/syntax";

/** The nested lists of a torch.tensor(…). @throws ReadError ERR_ARGUMENT, KernelError ERR_RAGGED */
export function tensorFrom(expression: Expression | undefined, line: number): Tensor {
  if (!expression) throw new ReadError("ERR_ARGUMENT", "A tensor needs its numbers.", line);
  return fromNested(nested(expression));
}

function nested(expression: Expression): NestedNumbers {
  if (expression.kind === "list") return expression.items.map(({ value }) => nested(value));
  return numberFrom(expression);
}

type Arithmetic = (left: number, right: number) => number;

const ARITHMETIC: ReadonlyMap<string, Arithmetic> = new Map<string, Arithmetic>([
  ["+", (left, right) => left + right],
  ["-", (left, right) => left - right],
  ["*", (left, right) => left * right],
  ["/", (left, right) => left / right],
  ["//", (left, right) => Math.floor(left / right)],
  ["**", (left, right) => left ** right],
]);

/** A number that is written out, with its sign or its working, as 2*2*8. @throws ReadError ERR_ARGUMENT */
export function numberFrom(expression: Expression): number {
  if (expression.kind === "constant" && typeof expression.value === "number")
    return expression.value;
  if (expression.kind === "unary") {
    if (expression.operator === "-") return -numberFrom(expression.of);
    if (expression.operator === "+") return numberFrom(expression.of);
  }
  const work = expression.kind === "operation" && ARITHMETIC.get(expression.operator);
  if (work) return work(numberFrom(expression.left), numberFrom(expression.right));
  throw new ReadError("ERR_ARGUMENT", "A number is needed here, written out.", expression.line);
}

/** A tensor in another shape, of which one size may be −1. @throws KernelError ERR_SHAPE */
export function reshaped(source: Operand, sizes: readonly number[]): Operand {
  const known = sizes.filter((size) => size !== -1).reduce((all, size) => all * size, 1);
  const shape = sizes.map((size) => (size === -1 ? sizeOf(source.shape) / known : size));
  return source.data ? reshape(source, shape) : { shape };
}

/** The sizes of a view or reshape, which are written one by one or in a tuple. */
export function sizesOf(args: readonly Argument[]): readonly Expression[] {
  return args.flatMap(({ value }) =>
    value.kind === "list" ? value.items.map((one) => one.value) : [value],
  );
}

/** A tensor with one axis of size 1 more. @throws ReadError ERR_ARGUMENT where that cannot be */
export function unsqueezed(
  { shape, ...tensor }: Operand,
  [axis]: readonly Argument[],
  line: number,
): Operand {
  const given = axis ? numberFrom(axis.value) : Number.NaN;
  const place = given < 0 ? given + shape.length + 1 : given;
  if (Number.isInteger(place) && place >= 0 && place <= shape.length)
    return { ...tensor, shape: shape.toSpliced(place, 0, 1) };
  throw new ReadError(
    "ERR_ARGUMENT",
    `unsqueeze needs a place from 0 to ${shape.length} here, before which the new axis comes.`,
    line,
  );
}
