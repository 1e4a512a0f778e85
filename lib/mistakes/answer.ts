import type { Question } from "@/lib/question";
import { coordinatesOf } from "@/lib/tensor";
import { isChannelsLast, shape4 } from "./image";
import type { Shape4 } from "./model";
import type { AskName, Asked } from "./registry";

/** A number as it was given: null is blank; `within` is half a unit of its last digit where that was written. */
export type GivenValue = number | null | { readonly value: number; readonly within: number };

/** A tensor as it was given, in row-major order; any `Tensor` is one. */
export interface GivenTensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<GivenValue>;
}

/** A tensor, a count, or a shape as a list of sizes. */
export type GivenAnswer = GivenTensor | GivenValue | readonly GivenValue[];

/** A cell that is not blank: where the answer has it, and where the computation does. */
export interface GivenCell {
  readonly at: readonly number[];
  readonly place: Shape4;
  readonly value: number;
  /** How far a result that is no whole number may be from it: it was rounded to its digits. */
  readonly within: number;
  /** One unit of its last digit. */
  readonly step: number;
  /** Whether its digits were stated, so that whole numbers may be rounded too. */
  readonly stated: boolean;
}

/** An answer in the axes of the computation. */
export interface ReadAnswer {
  readonly shape: Shape4;
  readonly cells: readonly GivenCell[];
}

/**
 * An answer in each way that it may be meant: a shape may be given without its batch of 1, or with its channels last.
 */
export function readAnswer(
  question: Asked,
  ask: AskName,
  answer: GivenAnswer,
  right: Shape4,
): ReadAnswer[] {
  const given = asTensor(answer);
  if (ask.startsWith("shapes.")) return shapeForms(question, given, right);
  if (given.shape.length > 4) return [];
  const rows = question.op === "linear" && given.shape.length > 2;
  const last =
    question.op !== "network" &&
    ofImages(question, ask) &&
    isChannelsLast(question, given.shape.length);
  const lifted = rows ? asRows(given.shape) : shape4(given.shape, last);
  return [{ shape: lifted, cells: cellsOf(given, (at) => placeOf(given.shape, at, rows, last)) }];
}

function asTensor(answer: GivenAnswer): GivenTensor {
  if (answer === null || typeof answer === "number") return { shape: [], data: [answer] };
  if ("value" in answer) return { shape: [], data: [answer] };
  if ("data" in answer) return answer;
  return { shape: [answer.length], data: answer };
}

/** Whether the last axis of the answer can be the channels: not in weights, and not where rows are features. */
function ofImages({ op }: Question, ask: AskName): boolean {
  const isImage = ask === "y" || ask === "indices" || ask === "grads.x";
  return (
    isImage && !["linear", "relu", "softmax", "cross_entropy", "mse_loss", "gram"].includes(op)
  );
}

function asRows(shape: readonly number[]): Shape4 {
  const rows = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  return [1, 1, rows, shape.at(-1) ?? 1];
}

function placeOf(
  shape: readonly number[],
  at: readonly number[],
  rows: boolean,
  last: boolean,
): Shape4 {
  if (!rows) {
    const [n = 0, a = 0, b = 0, c = 0] = [...Array<number>(4 - at.length).fill(0), ...at];
    return last ? [n, c, a, b] : [n, a, b, c];
  }
  const row = at.slice(0, -1).reduce((index, one, axis) => index * (shape[axis] ?? 1) + one, 0);
  return [0, 0, row, at.at(-1) ?? 0];
}

function cellsOf(
  { shape, data }: GivenTensor,
  place: (at: readonly number[]) => Shape4,
): GivenCell[] {
  const cells: GivenCell[] = [];
  for (let offset = 0; offset < data.length; offset++) {
    const value = data[offset];
    if (value === null || value === undefined) continue;
    const at = coordinatesOf(shape, offset);
    cells.push({ at, place: place(at), ...digitsOf(value) });
  }
  return cells;
}

/** A size is a whole number: what is whole has not been rounded to it. */
function asWhole(cell: GivenCell): GivenCell {
  return Number.isInteger(cell.value) ? { ...cell, within: 0 } : cell;
}

/** The fewest significant digits that a rounded number needs. */
const LEAST_DIGITS = 3;

function digitsOf(given: number | { readonly value: number; readonly within: number }) {
  if (typeof given !== "number") {
    return {
      value: given.value,
      within: given.within,
      step: Math.max(2 * given.within, 1e-12),
      stated: true,
    };
  }
  if (Number.isInteger(given)) {
    return { value: given, within: Math.abs(given) >= 100 ? 0.5 : 0, step: 1, stated: false };
  }
  const [mantissa = "", exponent = "0"] = String(Math.abs(given)).split("e");
  const [, fraction = ""] = mantissa.split(".");
  const step = 10 ** (Number(exponent) - fraction.length);
  const digits = mantissa.replace(".", "").replace(/^0+/, "").length;
  return { value: given, within: digits >= LEAST_DIGITS ? step / 2 : 0, step, stated: false };
}

/** Whether a computed number is the one that was given, by the rule for decimals. */
export function agrees(computed: number, { value, within, stated }: GivenCell): boolean {
  const distance = Math.abs(computed - value);
  if (distance <= 1e-9 * Math.max(1, Math.abs(computed))) return true;
  if (!Number.isFinite(computed)) return Object.is(computed, value);
  if (within === 0 || distance > within * (1 + 1e-9) + 1e-12) return false;
  return stated || !isWhole(computed);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** A shape as it is, with a batch of 1 before it, and with its channels brought to the front. */
function shapeForms(question: Asked, given: GivenTensor, right: Shape4): ReadAnswer[] {
  const length = given.data.length;
  const rank = right[3];
  const form = (places: readonly number[], sizes: number): ReadAnswer => ({
    shape: [1, 1, 1, sizes],
    cells: cellsOf(given, ([at = 0]) => [0, 0, 0, places[at] ?? at]).map(asWhole),
  });
  if (rank === 4 && length === 3) return [form([1, 2, 3], rank), form([2, 3, 1], rank)];
  const asGiven = form([0, 1, 2, 3], length);
  const isFree = question.conventions.layout === "nchw" && length === rank && rank >= 3;
  return isFree ? [asGiven, form(rank === 3 ? [1, 2, 0] : [0, 2, 3, 1], rank)] : [asGiven];
}
