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
  relation,
  sum,
  symbol,
} from "@/lib/tex";
import { type FindName, type FindQuestion, findKey, findRange } from "./find";

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

/** The working of a size that is to be found: the rule, the numbers, and how they are solved for it. */
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
    ...solved(question, key, open),
    step(
      "size-found",
      answerLine(question, key),
      { which: whichOf(question) },
      key.length === 1 ? (key[0] ?? null) : key,
    ),
  ];
}

const AXIS = { axis: "axis" };
const LENGTH = { axis: "length" };

/** How much room the window has, and what that leaves for what is asked; three settings are put in as a proof. */
function solved(
  question: FindQuestion,
  key: readonly number[],
  open: (name: FindName) => Writable,
): Step[] {
  if (question.unknown.length > 1 && !question.unknown.includes("before")) {
    return [proof(question, key)];
  }
  const facts = { steps: question.output - 1, room: ROOM[question.conventions.rounding] };
  return [step("size-bounds", boundsLine(question, open), facts), ...rangeSteps(question, key)];
}

const ROOM = {
  floor: "room for these, and less than one step more",
  ceil: "room for all of these but a part of the last",
  exact: "room for just these",
} as const;

function boundsLine(question: FindQuestion, open: (name: FindName) => Writable): Expression {
  const { given, output, conventions } = question;
  const room = roomOf(question, open);
  const { stride = 1 } = given;
  if (question.unknown.includes("stride")) return strideBounds(question, room);
  const [most, less] = [(output - 1) * stride, stride - 1];
  if (conventions.rounding === "exact" || less === 0) return equation(room, most);
  return conventions.rounding === "floor"
    ? relation("≤", most, room, most + less)
    : relation("≤", most - less, room, most);
}

/** So many strides fit into the room, and one more does not. */
function strideBounds({ output, conventions }: FindQuestion, room: Expression): Expression {
  if (conventions.rounding === "exact") return equation(strides(output - 1), room);
  return conventions.rounding === "floor"
    ? list(relation("≤", strides(output - 1), room), relation("<", room, strides(output)))
    : list(relation("<", strides(output - 2), room), relation("≤", room, strides(output - 1)));
}

function strides(count: number): Expression {
  return juxtapose(count, symbol(FIND_LETTERS.stride));
}

/** What is asked lies between; where only one number does, that is the answer and not said before it. */
function rangeSteps(question: FindQuestion, key: readonly number[]): Step[] {
  const [name = "input"] = question.unknown;
  if (name === "padding") return [step("size-range", paddingRange(question))];
  const range = findRange(question);
  const [before = 0, after = 0] = key;
  if (!range) return [step("size-range", equation(sum("P_before", "P_after"), before + after))];
  const [least, most] = range;
  const letter = symbol(FIND_LETTERS[name]);
  return least === most ? [] : [step("size-range", relation("≤", least, letter, most))];
}

/** Both sides together; half of an odd number is no padding. */
function paddingRange({ given, output, conventions }: FindQuestion): Expression {
  const { input = 1, kernel = 1, stride = 1, dilation = 1 } = given;
  const span = dilation * (kernel - 1) + 1;
  const most = (output - 1) * stride + span - input;
  const both = twice(symbol(FIND_LETTERS.padding));
  if (conventions.rounding === "exact" || stride === 1) return equation(both, most);
  return conventions.rounding === "floor"
    ? relation("≤", Math.max(0, most), both, most + stride - 1)
    : relation("≤", Math.max(0, most - stride + 1), both, most);
}

function whichOf(question: FindQuestion): string {
  if (question.every) return "All that give it";
  if (question.unknown.includes("before")) return "Any split of them is right; the most even is";
  const [least, most] = findRange(question) ?? [0, 1];
  return least === most ? "So only this gives it" : "Any that fits is right, such as";
}

function proof(question: FindQuestion, values: readonly number[]): Step {
  const valueOf = (name: FindName): Writable => {
    const index = question.unknown.indexOf(name);
    return (index < 0 ? question.given[name] : values[index]) ?? 0;
  };
  return step("size-proof", equation(formula(question, valueOf), question.output));
}

function answerLine({ unknown, every }: FindQuestion, key: readonly number[]): Expression {
  const letters = unknown.map((name) => symbol(FIND_LETTERS[name]));
  if (every) return equation(letters[0] ?? "I", list(...key));
  return list(...letters.map((letter, index) => equation(letter, key[index] ?? 0)));
}

/** ⌊(I + 2P − k′)/S⌋ + 1, with ⌈ ⌉ or nothing where the rounding is another. */
function formula(question: FindQuestion, valueOf: (name: FindName) => Writable): Expression {
  const over = fraction(roomOf(question, valueOf), has(question, "stride") ? valueOf("stride") : 1);
  const places = { floor: floor(over), ceil: ceiling(over), exact: over };
  return sum(places[question.conventions.rounding], 1);
}

/** I + 2P − k′: by how much the window can move. */
function roomOf(question: FindQuestion, valueOf: (name: FindName) => Writable): Expression {
  const sides = has(question, "before")
    ? [valueOf("before"), valueOf("after")]
    : has(question, "padding")
      ? [twice(valueOf("padding"))]
      : [];
  return sum(valueOf("input"), ...sides, minus(kernelOf(question, valueOf)));
}

function has({ given, unknown }: FindQuestion, name: FindName): boolean {
  return given[name] !== undefined || unknown.includes(name);
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

function sameSteps({ given, output, conventions }: FindQuestion, key: readonly number[]): Step[] {
  const { input = 1, kernel = 1, stride = 1, dilation = 1 } = given;
  const span = dilation * (kernel - 1) + 1;
  const [before = 0, after = 0] = key;
  const all = before + after;
  const needed = sum(dot(parentheses(sum(output, -1)), stride), span, -input);
  const odd = conventions.padding === "onnx_lower" ? "before" : "after";
  return [
    step("same-size", equation(ceiling(fraction(input, stride)), output), LENGTH, output),
    step("same-padding-total", equation(call("max", needed, 0), all), {}, all),
    step(
      "size-found",
      list(equation("P_before", before), equation("P_after", after)),
      { which: `Half of it on either side; an odd one goes ${odd}` },
      key,
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
