import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { KernelError, resolveAxis } from "@/lib/tensor";

/** What sizes one axis of a sliding window. */
export const FIND_NAMES = [
  "input",
  "kernel",
  "stride",
  "padding",
  "before",
  "after",
  "dilation",
] as const;
export type FindName = (typeof FIND_NAMES)[number];
export type FindValues = Readonly<Partial<Record<FindName, number>>>;

/** The output size turned round: which settings of one axis give `output`? */
export interface FindQuestion {
  readonly op: "find";
  readonly unknown: readonly FindName[];
  /** Whether every value is asked for, as one list; otherwise any right one will do. */
  readonly every?: boolean;
  /** Whether "same" decides the padding, so that before and after are its own. */
  readonly same?: boolean;
  readonly given: FindValues;
  readonly output: number;
  readonly conventions: Conventions;
}

/** The sizes of one axis, nothing left open. */
interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly before: number;
  readonly after: number;
  readonly dilation: number;
}

/** How an axis' output size is worked out, rightly or wrongly; undefined where there is none. */
type Formula = (axis: Axis) => number | undefined;

/** No unknown is looked for beyond this. */
const MOST = 512;

/** A right answer: the smallest, or all of them where all are asked for; undefined where there is none. */
export function findKey(question: FindQuestion): readonly number[] | undefined {
  if (question.same) return sameSides(question);
  return found(question, rightFormula(question));
}

/** Whether these values, in the order of `unknown`, give the output that is asked for. */
export function isFound(question: FindQuestion, values: readonly number[]): boolean {
  if (question.every || question.same) return isEvery(question, values);
  if (values.length !== question.unknown.length) return false;
  if (!values.every((value, index) => value >= leastOf(question.unknown[index]))) return false;
  return rightFormula(question)(axisOf(question, values)) === question.output;
}

/** The least and the greatest right value of one unknown; undefined where several are unknown. */
export function findRange(question: FindQuestion): readonly [number, number] | undefined {
  const formula = rightFormula(question);
  const [least] = found(question, formula) ?? [];
  const most = question.every ? findKey(question)?.at(-1) : last(question, formula)?.[0];
  const isOne = question.unknown.length === 1;
  return isOne && least !== undefined && most !== undefined ? [least, most] : undefined;
}

/** What each slip in the formula would have found. */
export function findSlips(
  question: FindQuestion,
): { readonly mistake: MistakeId; readonly answer: readonly number[] }[] {
  return SLIPS.flatMap(([mistake, change]) => {
    const answer = found(question, change);
    const right = answer !== undefined && !question.every && isFound(question, answer);
    return answer === undefined || answer.length === 0 || right ? [] : [{ mistake, answer }];
  });
}

/** The slips that would have found these values, the least that fit or those to which nothing is rounded. */
export function slipsFinding(question: FindQuestion, values: readonly number[]): MistakeId[] {
  const named = SLIPS.flatMap(([mistake, formula]) =>
    isSame(found(question, formula), values) || isSame(last(question, formula), values)
      ? [mistake]
      : [],
  );
  return isSameAtStrideOne(question, values) ? [...named, "STRIDE_IGNORED"] : named;
}

/** The padding that would keep the size, were there no stride. */
function isSameAtStrideOne(question: FindQuestion, values: readonly number[]): boolean {
  const { same, given } = question;
  if (!same || (given.stride ?? 1) === 1) return false;
  const still = { ...question, given: { ...given, stride: 1 }, output: given.input ?? 1 };
  return isSame(sameSides(still), values);
}

/** Of one unknown the last of the values that follow on the least; who solves for it without rounding finds an end. */
function last(question: FindQuestion, formula: Formula): readonly number[] | undefined {
  if (question.unknown.length > 1 || question.every) return undefined;
  const [least] = found(question, formula) ?? [];
  if (least === undefined) return undefined;
  let value = least;
  while (value < MOST && formula(axisOf(question, [value + 1])) === question.output) value++;
  return value < MOST ? [value] : undefined;
}

function isSame(one: readonly number[] | undefined, other: readonly number[]): boolean {
  return one?.length === other.length && one.every((value, index) => value === other[index]);
}

/** The output size by the kernel itself. */
function rightFormula({ conventions: { rounding } }: FindQuestion): Formula {
  return ({ input, kernel, before, after, ...steps }) => {
    try {
      const pad = [before, before, after, after] as const;
      return resolveAxis("height", input, kernel, { ...steps, pad, rounding }).outSize;
    } catch (error) {
      if (error instanceof KernelError) return undefined;
      throw error;
    }
  };
}

function sizeBy(change: (axis: Axis) => Partial<Axis>, plusOne = 1): Formula {
  return (axis) => {
    const { input, kernel, stride, before, after, dilation } = { ...axis, ...change(axis) };
    const room = input + before + after - (dilation * (kernel - 1) + 1);
    return room < 0 ? undefined : Math.floor(room / stride) + plusOne;
  };
}

const SLIPS: readonly (readonly [MistakeId, Formula])[] = [
  ["PLUS_ONE_FORGOTTEN", sizeBy(() => ({}), 0)],
  ["PADDING_ONCE", sizeBy(() => ({ after: 0 }))],
  ["PADDING_IGNORED", sizeBy(() => ({ before: 0, after: 0 }))],
  ["STRIDE_IGNORED", sizeBy(() => ({ stride: 1 }))],
  ["DILATION_IGNORED", sizeBy(() => ({ dilation: 1 }))],
  ["DILATION_TIMES_KERNEL", timesKernel],
];

function timesKernel({ input, kernel, stride, before, after, dilation }: Axis): number | undefined {
  const room = input + before + after - dilation * kernel;
  return room < 0 ? undefined : Math.floor(room / stride) + 1;
}

function found(question: FindQuestion, formula: Formula): readonly number[] | undefined {
  if (question.every) return everyInput(question, formula);
  if (question.unknown.includes("before")) return evenSides(question, formula);
  if (question.unknown.length > 1) return settings(question, formula);
  const least = leastOf(question.unknown[0]);
  for (let value = least; value <= MOST; value++) {
    if (formula(axisOf(question, [value])) === question.output) return [value];
  }
  return undefined;
}

/** No input is looked for beyond this; those of the exercises lie far below. */
const FARTHEST = 100_000;

/** A longer input gives at most one output more for each of its cells, so as many as are missing can be skipped. */
function everyInput(question: FindQuestion, formula: Formula): readonly number[] {
  const { output } = question;
  const values: number[] = [];
  for (let value = 1; value <= FARTHEST;) {
    const size = formula(axisOf(question, [value]));
    if (size === output) values.push(value);
    if (size !== undefined && size > output) break;
    value += Math.max(1, output - (size ?? output));
  }
  return values;
}

/**
 * The sides as even as they can be, the odd cell at the end, or at the beginning for ONNX's SAME_LOWER. More padding
 * never gives a smaller output, so the search ends at the first that is too large.
 */
function evenSides(question: FindQuestion, formula: Formula): readonly number[] | undefined {
  const { output, conventions } = question;
  for (let total = 0; total <= MOST; total++) {
    const sides = halves(total, conventions.padding);
    const size = formula(axisOf(question, sides));
    if (size === output) return sides;
    if (size !== undefined && size > output) return undefined;
  }
  return undefined;
}

function halves(total: number, padding: Conventions["padding"]): readonly [number, number] {
  const [less, more] = [Math.floor(total / 2), Math.ceil(total / 2)];
  return padding === "onnx_lower" ? [more, less] : [less, more];
}

/** The first of all settings in order of stride, kernel and padding. */
function settings(question: FindQuestion, formula: Formula): readonly number[] | undefined {
  const ranges = question.unknown.map(
    (name) => [leastOf(name), name === "kernel" ? 11 : 6] as const,
  );
  const search = (values: readonly number[]): readonly number[] | undefined => {
    const range = ranges[values.length];
    if (!range) return formula(axisOf(question, values)) === question.output ? values : undefined;
    for (let value = range[0]; value <= range[1]; value++) {
      const answer = search([...values, value]);
      if (answer) return answer;
    }
    return undefined;
  };
  return search([]);
}

/** TensorFlow's SAME: max((out − 1)·S + k′ − in, 0) cells in all. */
function sameSides({ given, output, conventions }: FindQuestion): readonly number[] {
  const { input = 1, kernel = 1, stride = 1, dilation = 1 } = given;
  const total = (output - 1) * stride + dilation * (kernel - 1) + 1 - input;
  return halves(Math.max(0, total), conventions.padding);
}

function isEvery(question: FindQuestion, values: readonly number[]): boolean {
  const right = findKey(question) ?? [];
  const given = question.every ? [...new Set(values)].toSorted((a, b) => a - b) : values;
  return given.length === right.length && given.every((value, index) => value === right[index]);
}

function axisOf({ unknown, given }: FindQuestion, values: readonly number[]): Axis {
  const valueOf = (name: FindName): number | undefined => {
    const index = unknown.indexOf(name);
    return index < 0 ? given[name] : values[index];
  };
  const padding = valueOf("padding") ?? 0;
  return {
    input: valueOf("input") ?? 1,
    kernel: valueOf("kernel") ?? 1,
    stride: valueOf("stride") ?? 1,
    before: valueOf("before") ?? padding,
    after: valueOf("after") ?? padding,
    dilation: valueOf("dilation") ?? 1,
  };
}

function leastOf(name: FindName | undefined): 0 | 1 {
  return name === "padding" || name === "before" || name === "after" ? 0 : 1;
}
