import type { InputName, Question } from "@/lib/question";
import {
  type Expression,
  type Writable,
  difference,
  fraction,
  number,
  power,
  root,
  sum,
  symbol,
} from "@/lib/tex";
import { conclude, settle, sumOf } from "../conclude";
import { givenTensor } from "../given";
import { type ImageCell, imagePlace, imageRefs, imageValue, imageView } from "../image";
import { placeFacts } from "../place";
import type { Step } from "../step";
import { type View, matters, sizeAlong, valueIn } from "../view";
import { range } from "../write";

/** One channel's cells over the whole batch, with their mean, biased variance and √(σ² + ε). */
export interface Channel {
  readonly index: number;
  readonly cells: readonly ImageCell[];
  readonly mean: number;
  readonly variance: number;
  readonly deviation: number;
}

/** A batch normalisation, its channels' statistics worked out. */
export interface Norm {
  readonly question: Question;
  readonly x: View;
  readonly eps: number;
  readonly channels: readonly Channel[];
}

/** Letters for a cell, of which only the axes that matter are shown. */
export const NORM_LETTERS = ["n", "c", "i", "j"] as const;

/** The most channels whose statistics are worked out before the cells. */
export const MOST_CHANNELS = 4;

/** Reads a question of batch_norm_train. */
export function normOf(question: Question): Norm {
  const x = imageView(question, "x", givenTensor(question, "x"));
  const eps = question.params.eps ?? 1e-5;
  const channels = range(sizeAlong(x, 1)).map((index) => channelOf(x, index, eps));
  return { question, x, eps, channels };
}

/** The channel of a cell. */
export function channelAt(norm: Norm, cell: ImageCell): Channel {
  return norm.channels[cell[1]] ?? channelOf(norm.x, cell[1], norm.eps);
}

/** The normalised value of a cell: (x − μ)/√(σ² + ε). */
export function normalisedAt(norm: Norm, channel: Channel, cell: ImageCell): number {
  return (valueIn(norm.x, cell) - channel.mean) / channel.deviation;
}

/** X̂ with the indices that matter. */
export function normalisedName(x: View, cell: readonly (number | string)[]): Expression {
  return symbol(
    "\\hat{X}",
    cell.filter((_, axis) => matters(x, axis)),
  );
}

/** The name of a channel's number, its index left out where there is one channel. */
export function channelName(norm: Norm, letter: string, channel: Writable): Expression {
  return symbol(letter, matters(norm.x, 1) ? [channel] : []);
}

/** The index c where there are several channels. */
export function channelIndex(norm: Norm): string[] {
  return matters(norm.x, 1) ? ["c"] : [];
}

/** γ or β of a channel, where the question gives it. */
export function parameterOf(
  question: Question,
  name: InputName,
  channel: Channel,
): number | undefined {
  return question.inputs[name]?.data?.[channel.index];
}

/** The steps to a channel's mean, variance and √(σ² + ε). */
export function channelSteps(norm: Norm, channel: Channel): Step[] {
  return [meanStep(norm, channel), varianceStep(norm, channel), deviationStep(norm, channel)];
}

/** X̂ of one cell. */
export function normalisedStep(norm: Norm, channel: Channel, cell: ImageCell): Step {
  const off = difference(imageValue(norm.x, cell), number(settle(channel.mean)));
  const value = normalisedAt(norm, channel, cell);
  return {
    rule: "norm-normalised",
    line: conclude(
      normalisedName(norm.x, cell),
      fraction(off, number(channel.deviation)),
      number(settle(value)),
    ),
    value,
    cells: imageRefs(norm.x, [cell]),
    facts: placeFacts(imagePlace(norm.x, cell)),
  };
}

/** The mean of some numbers. @example meanOf([1, 3]) // 2 */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sofar, value) => sofar + value, 0) / values.length;
}

/** The sizes of some numbers added up, against which rounding noise is told. */
export function sizeOf(values: readonly number[]): number {
  return values.reduce((sofar, value) => sofar + Math.abs(value), 0);
}

function channelOf(x: View, index: number, eps: number): Channel {
  const cells = range(sizeAlong(x, 0)).flatMap((image) =>
    range(sizeAlong(x, 2)).flatMap((row) =>
      range(sizeAlong(x, 3)).map((column): ImageCell => [image, index, row, column]),
    ),
  );
  const values = cells.map((cell) => valueIn(x, cell));
  const mean = meanOf(values);
  const variance = meanOf(values.map((value) => (value - mean) ** 2));
  return { index, cells, mean, variance, deviation: Math.sqrt(variance + eps) };
}

function meanStep(norm: Norm, channel: Channel): Step {
  const values = channel.cells.map((cell) => valueIn(norm.x, cell));
  const added = values.reduce((sofar, value) => sofar + value, 0);
  const terms = channel.cells.map((cell) => imageValue(norm.x, cell));
  return {
    rule: "norm-mean",
    line: conclude(
      channelName(norm, "\\mu", channel.index),
      fraction(sumOf(terms), values.length),
      fraction(number(settle(added, sizeOf(values))), values.length),
      number(settle(channel.mean, sizeOf(values))),
    ),
    value: channel.mean,
    cells: imageRefs(norm.x, channel.cells),
    facts: { channel: channel.index, count: values.length },
  };
}

function varianceStep(norm: Norm, channel: Channel): Step {
  const squares = channel.cells.map((cell) => (valueIn(norm.x, cell) - channel.mean) ** 2);
  const terms = channel.cells.map((cell) =>
    power(difference(imageValue(norm.x, cell), number(settle(channel.mean))), 2),
  );
  return {
    rule: "norm-variance",
    line: conclude(
      power(channelName(norm, "\\sigma", channel.index), 2),
      fraction(sumOf(terms), squares.length),
      fraction(sumOf(squares.map((square) => number(square))), squares.length),
      number(channel.variance),
    ),
    value: channel.variance,
    cells: imageRefs(norm.x, channel.cells),
    facts: { channel: channel.index, count: squares.length },
  };
}

function deviationStep(norm: Norm, channel: Channel): Step {
  return {
    rule: "norm-deviation",
    line: conclude(
      channelName(norm, "s", channel.index),
      root(sum(power(channelName(norm, "\\sigma", channel.index), 2), "\\varepsilon")),
      root(sum(number(channel.variance), number(norm.eps))),
      number(channel.deviation),
    ),
    value: channel.deviation,
    cells: [],
    facts: { channel: channel.index },
  };
}
