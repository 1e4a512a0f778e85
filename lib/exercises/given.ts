import type { Operand, Question } from "@/lib/question";
import {
  type Expression,
  type Role,
  type Writable,
  equation,
  list,
  matrix,
  number,
  symbol,
} from "@/lib/tex";
import { planesOf } from "./planes";
import type { Paragraph } from "./statement";

/** The letter and the colour of each tensor, as in the steps. */
const LETTERS: Readonly<Record<string, readonly [letter: string, role: Role]>> = {
  x: ["X", "input"],
  w: ["K", "kernel"],
  b: ["b", "kernel"],
  target: ["t", "input"],
  indices: ["I", "output"],
  gamma: ["\\gamma", "kernel"],
  beta: ["\\beta", "kernel"],
  dy: ["G", "gradient"],
};

/** A plane of a network's tensor, whatever axes of one stand before it. */
export function displayed(
  name: "x" | "w" | "dy",
  shape: readonly number[],
  data: Float64Array,
): Expression {
  const [letter, role] = LETTERS[name] ?? [name, "input"];
  const [plane] = planesOf(false, shape);
  const cells =
    plane?.rows.map((row) => row.map((offset) => number(data[offset] ?? 0, role))) ?? [];
  return equation(symbol(letter, [], role), matrix(cells));
}

/** The tensors of a question with their values, each in a display of its own. */
export function givenTensors(question: Question): Paragraph[] {
  const operands: readonly (readonly [string, Operand | undefined])[] = [
    ...Object.entries(question.inputs),
    ["dy", question.dy],
  ];
  return operands.flatMap(([name, operand]) =>
    operand?.data ? [[display(question, name, operand.shape, operand.data)]] : [],
  );
}

function display(
  question: Question,
  name: string,
  shape: readonly number[],
  data: Float64Array,
): Expression {
  const [letter, role] = nameOf(question, name);
  const planes = planesOf(isChannelsLast(question, name, shape), shape);
  const lines = planes.map(({ at, rows }) => {
    const cells = rows.map((row) => row.map((offset) => number(data[offset] ?? 0, role)));
    return equation(symbol(letter, at, role), inBrackets(cells, shape.length));
  });
  return lines.length === 1 && lines[0] ? lines[0] : list(...lines);
}

function nameOf({ op }: Question, name: string): readonly [string, Role] {
  if (name === "w" && op === "linear") return ["W", "kernel"];
  return LETTERS[name] ?? [name, "input"];
}

function inBrackets(cells: readonly (readonly Expression[])[], rank: number): Writable {
  return rank === 0 && cells[0]?.[0] ? cells[0][0] : matrix(cells);
}

function isChannelsLast(question: Question, name: string, shape: readonly number[]): boolean {
  return question.conventions.layout === "nhwc" && shape.length > 2 && name !== "w";
}
