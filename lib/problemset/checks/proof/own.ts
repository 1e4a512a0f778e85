import {
  type FindName,
  type FindQuestion,
  type Key,
  type OwnQuestion,
  type SpotQuestion,
  isList,
  isSpotted,
} from "@/lib/exercises";
import type { NetworkQuestion } from "@/lib/network";
import { valuesIn } from "@/lib/question";
import { proofOf } from "@/lib/question/proof";
import { offsetOf } from "@/lib/tensor";
import { bytesFor, learnedIn, outShape } from "./layer";
import { tallyOf } from "./network";
import { placesAlong } from "./places";
import type { Tallied } from "./way";

/** The key of a question that only exercises ask, a second time. */
export function ownTally(question: OwnQuestion, key: Key): Tallied | undefined {
  switch (question.op) {
    case "find":
      return { way: "places", key: isFitting(question, key) ? key : [] };
    case "pad":
      return { way: "tally", key: padded(question) };
    case "shuffle":
      return { way: "tally", key: shuffled(question) };
    case "compare":
      return compared(question);
    case "training":
      return trained(question);
    case "unshared":
      return unshared(question);
    case "spot":
      return spotted(question, key);
  }
}

/** The sizes that were found, put back into the walk: they give the output, and of all sizes none is missing. */
function isFitting(question: FindQuestion, key: Key): boolean {
  const values = typeof key === "number" ? [key] : isList(key) ? key : [];
  if (question.same) return isEvenSame(question, values);
  if (!question.every) return outputWith(question, values) === question.output;
  const most = Math.max(0, ...values) + (question.given.stride ?? 1) + 1;
  const sizes = Array.from({ length: most }, (_, index) => index + 1);
  const fitting = sizes.filter((size) => outputWith(question, [size]) === question.output);
  return String(fitting) === String(values);
}

/** The least padding with which a window begins at every stride, its odd cell on the side of the convention. */
function isEvenSame(question: FindQuestion, [before = 0, after = 0]: readonly number[]): boolean {
  const { output, conventions } = question;
  const more = conventions.padding === "onnx_lower" ? before - after : after - before;
  const isEven = more === 0 || more === 1;
  const withLess = before + after === 0 ? 0 : outputWith(question, [before + after - 1, 0]);
  return isEven && outputWith(question, [before, after]) === output && withLess !== output;
}

function outputWith(question: FindQuestion, values: readonly number[]): number | undefined {
  const { unknown, given, conventions } = question;
  const names = question.same ? (["before", "after"] as const) : unknown;
  const valueOf = (name: FindName, otherwise: number): number => {
    const index = names.findIndex((one) => one === name);
    return (index < 0 ? given[name] : values[index]) ?? otherwise;
  };
  const padding = valueOf("padding", 0);
  return placesAlong(valueOf("input", 1), {
    kernel: valueOf("kernel", 1),
    stride: valueOf("stride", 1),
    dilation: valueOf("dilation", 1),
    before: valueOf("before", padding),
    after: valueOf("after", padding),
    isCeil: conventions.rounding === "ceil",
  });
}

type Own<Op extends OwnQuestion["op"]> = Extract<OwnQuestion, { readonly op: Op }>;

/** Rows and columns counted from the first of the padding to the last. */
function padded({ params, inputs, conventions }: Own<"pad">): readonly number[] {
  const [top, left, bottom, right] = params.pad;
  const shape = inputs.x.shape;
  const [width = 1, height = 1] = shape.toReversed();
  const plane = [cellsBetween(-top, height + bottom), cellsBetween(-left, width + right)];
  return inLayout(conventions.layout, [...shape.slice(0, -2), ...plane]);
}

function cellsBetween(from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) count++;
  return count;
}

/** Every channel, row and column sent to its new place, and the places counted. */
function shuffled({ direction, factor, inputs, conventions }: Own<"shuffle">): readonly number[] {
  const shape = inputs.x.shape;
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  const sizes =
    direction === "up"
      ? [gathered(channels, factor ** 2), spread(height, factor), spread(width, factor)]
      : [spread(channels, factor ** 2), gathered(height, factor), gathered(width, factor)];
  return inLayout(conventions.layout, [...shape.slice(0, -3), ...sizes]);
}

function spread(size: number, by: number): number {
  return new Set(indices(size).flatMap((index) => indices(by).map((step) => index * by + step)))
    .size;
}

function gathered(size: number, by: number): number {
  return new Set(indices(size).map((index) => Math.floor(index / by))).size;
}

function indices(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index);
}

function inLayout(layout: "nchw" | "nhwc", shape: readonly number[]): readonly number[] {
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  if (layout === "nchw" || shape.length < 3) return shape;
  return [...shape.slice(0, -3), height, width, channels];
}

function compared({
  left,
  right,
  count,
  by,
  inputs,
  conventions,
}: Own<"compare">): Tallied | undefined {
  const [one, other] = [left, right].map((layers) =>
    tallyOf({ op: "network", layers, inputs, conventions, dtype: "float32" }),
  );
  if (!one || !other) return undefined;
  const [over, under] = [one[count], other[count]];
  return { way: "tally", key: by === "ratio" ? over / under : over - under };
}

/** A weight and its gradient; a velocity; or two moments. */
const KEPT = { sgd: 2, momentum: 3, adam: 4 } as const;

function trained({
  layers,
  inputs,
  conventions,
  dtype,
  optimiser,
}: Own<"training">): Tallied | undefined {
  const network: NetworkQuestion = { op: "network", layers, inputs, conventions, dtype };
  const tally = tallyOf(network);
  return tally && { way: "tally", key: bytesFor(tally.params * KEPT[optimiser], dtype) };
}

/** The weights of one place, as often as there are places. */
function unshared({ question }: Own<"unshared">): Tallied | undefined {
  const shape = outShape(question);
  if (!shape) return undefined;
  const plane = question.conventions.layout === "nhwc" ? shape.slice(-3, -1) : shape.slice(-2);
  return { way: "places", key: valuesIn(plane) * learnedIn(question) };
}

/** The first line whose value the second algorithm does not give. */
function spotted({ question, lines }: SpotQuestion, key: Key): Tallied | undefined {
  const twin = proofOf(question, "y")?.twin;
  if (!twin || !isSpotted(key)) return undefined;
  const wrong = lines.find(({ at, value }) => twin.data[offsetOf(twin.shape, at)] !== value);
  return { way: "line", key: { at: wrong?.at ?? [], mistake: key.mistake } };
}
