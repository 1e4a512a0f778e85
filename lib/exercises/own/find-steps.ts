import type { Step } from "@/lib/derivation";
import {
  type Expression,
  type Writable,
  call,
  ceiling,
  dot,
  equation,
  floor,
  fraction,
  juxtapose,
  list,
  negative,
  parentheses,
  sum,
  symbol,
} from "@/lib/tex";
import { type FindName, type FindQuestion, findKey } from "./find";

/** The letter of each size, as the lessons use them. */
const FIND_LETTERS: Readonly<Record<FindName, string>> = {
  input: "I",
  kernel: "k",
  stride: "S",
  padding: "P",
  before: "P_before",
  after: "P_after",
  dilation: "D",
};

/** The working of a size that is to be found: the rule, the numbers, and the answer put in as its proof. */
export function findSteps(question: FindQuestion): readonly Step[] {
  const key = findKey(question) ?? [];
  if (question.same) return [...spread(question), ...sameSteps(question, key)];
  const open = (name: FindName): Writable => question.given[name] ?? symbol(FIND_LETTERS[name]);
  return [
    step(
      "size-rule",
      equation(
        symbol("O"),
        formula(question, (name) => symbol(FIND_LETTERS[name])),
      ),
    ),
    ...spread(question),
    step("output-size", equation(question.output, formula(question, open)), AXIS),
    ...proofs(question, key).map((values) => proof(question, values)),
    step("output-size", answerLine(question, key), AXIS, key.length === 1 ? (key[0] ?? null) : key),
  ];
}

const AXIS = { axis: "axis" };

/** Of many input sizes the least and the largest; of others the one answer. */
function proofs({ every }: FindQuestion, key: readonly number[]): readonly (readonly number[])[] {
  if (!every) return [key];
  const ends = [key[0], key.at(-1)].filter((value) => value !== undefined);
  return [...new Set(ends)].map((value) => [value]);
}

function proof(question: FindQuestion, values: readonly number[]): Step {
  const valueOf = (name: FindName): Writable => {
    const index = question.unknown.indexOf(name);
    return (index < 0 ? question.given[name] : values[index]) ?? 0;
  };
  return step("output-size", equation(formula(question, valueOf), question.output), AXIS);
}

function answerLine({ unknown, every }: FindQuestion, key: readonly number[]): Expression {
  const letters = unknown.map((name) => symbol(FIND_LETTERS[name]));
  if (every) return equation(letters[0] ?? "I", list(...key));
  return list(...letters.map((letter, index) => equation(letter, key[index] ?? 0)));
}

/** ⌊(I + 2P − k′)/S⌋ + 1, with ⌈ ⌉ or nothing where the rounding is another. */
function formula(question: FindQuestion, valueOf: (name: FindName) => Writable): Expression {
  const { given, unknown, conventions } = question;
  const has = (name: FindName): boolean => given[name] !== undefined || unknown.includes(name);
  const sides = has("before")
    ? [valueOf("before"), valueOf("after")]
    : has("padding")
      ? [twice(valueOf("padding"))]
      : [];
  const room = sum(valueOf("input"), ...sides, minus(kernelOf(question, valueOf)));
  const over = fraction(room, has("stride") ? valueOf("stride") : 1);
  const places = { floor: floor(over), ceil: ceiling(over), exact: over }[conventions.rounding];
  return sum(places, 1);
}

function kernelOf(
  { given, unknown }: FindQuestion,
  valueOf: (name: FindName) => Writable,
): Writable {
  const dilation = given.dilation ?? (unknown.includes("dilation") ? 0 : 1);
  if (dilation === 1) return valueOf("kernel");
  return parentheses(sum(dot(valueOf("dilation"), parentheses(sum(valueOf("kernel"), -1))), 1));
}

function twice(value: Writable): Expression {
  return typeof value === "number" ? dot(2, value) : juxtapose(2, value);
}

function minus(value: Writable): Writable {
  return typeof value === "number" ? -value : negative(value);
}

function spread({ given: { kernel, dilation = 1 } }: FindQuestion): Step[] {
  if (dilation === 1 || kernel === undefined) return [];
  const span = dilation * (kernel - 1) + 1;
  const line = equation("k'", sum(dot(dilation, parentheses(sum(kernel, -1))), 1), span);
  return [step("dilated-size", line, { dilation, kernel, span }, span)];
}

function sameSteps({ given, output }: FindQuestion, key: readonly number[]): Step[] {
  const { input = 1, kernel = 1, stride = 1, dilation = 1 } = given;
  const span = dilation * (kernel - 1) + 1;
  const [before = 0, after = 0] = key;
  const needed = sum(dot(parentheses(sum(output, -1)), stride), span, -input);
  return [
    step("same-size", equation(ceiling(fraction(input, stride)), output), AXIS, output),
    step(
      "same-padding",
      equation(call("max", needed, 0), sum(before, after), before + after),
      { before, after },
      before + after,
    ),
  ];
}

function step(
  rule: Step["rule"],
  line: Expression,
  facts: NonNullable<Step["facts"]> = {},
  value: Step["value"] = null,
): Step {
  return { rule, line, value, cells: [], facts };
}
