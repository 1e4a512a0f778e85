import { type Candidate, type Computation, isFamily, predictorFor } from "@/lib/mistakes";
import { type AnyAsk, type AnyQuestion, type Asked, isOwnQuestion } from "./asked";
import { type Key, isList, isTensor, sameKey } from "./key";
import { ownSlips } from "./own/operations";
import type { Prediction } from "./prediction";

/**
 * The wrong answer that each mistake gives, one for each reading of its name; those that change nothing are left out.
 * Families (one product dropped, say) are left out too: they predict a crowd of answers.
 */
export function predict(
  { question, ask }: Asked,
  key: Key,
  slips = slipsOf({ question, ask }, key),
): Prediction[] {
  const right = rightForms(key, ask);
  return slips.filter(({ answer }) => !right.some((form) => sameKey(answer, form)));
}

function slipsOf(asked: Asked, key: Key): readonly Prediction[] {
  return isOwnQuestion(asked.question) ? ownSlips(asked.question) : computedSlips(asked, key);
}

/** A shape may be written with its channels last too. */
function rightForms(key: Key, ask: AnyAsk): readonly Key[] {
  if (!ask.startsWith("shapes.") || !isList(key) || key.length < 3) return [key];
  const [width = 1, height = 1, channels = 1] = key.toReversed();
  return [key, [...key.slice(0, -3), height, width, channels]];
}

/** The wrong answers of the mistakes in how a question is computed. */
export function computedSlips({ question, ask }: Asked, key: Key): Prediction[] {
  if (isOwnQuestion(question) || ask === "find" || ask === "mistake") return [];
  const predictor = predictorFor(question, ask);
  const singles = predictor?.singles() ?? [];
  return singles.toSorted(byStrangeness).flatMap(({ ids, computation }) => {
    const [mistake] = ids;
    if (mistake === undefined || isFamily(mistake)) return [];
    return [{ mistake, answer: inFormOf(key, computation, isChannelsLast(question, ask)) }];
  });
}

/** What the names say first goes first. */
function byStrangeness(one: Candidate, other: Candidate): number {
  return one.strangeness - other.strangeness;
}

/** A computed result in the rank and the layout of the key. */
function inFormOf(key: Key, { shape, at }: Computation, channelsLast: boolean): Key {
  const values: number[] = [];
  const [batch, channels, height, width] = shape;
  if (typeof key === "number" && batch * channels * height * width === 1) return at(0, 0, 0, 0);
  const moved = channelsLast && isTensor(key) && key.shape.length > 2;
  const [outer, middle, inner] = moved ? [height, width, channels] : [channels, height, width];
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < outer; i++)
      for (let j = 0; j < middle; j++)
        for (let k = 0; k < inner; k++) values.push(moved ? at(n, k, i, j) : at(n, i, j, k));
  if (!isTensor(key)) return values;
  const sizes = [batch, outer, middle, inner];
  return { shape: inRank(sizes, key.shape.length), data: Float64Array.from(values) };
}

/** A shape without the ones in front that its rank has no room for. @example inRank([1, 1, 2, 3], 2) // [2, 3] */
function inRank(sizes: readonly number[], rank: number): readonly number[] {
  const needed = sizes.findIndex((size) => size !== 1);
  return sizes.slice(Math.min(4 - rank, needed < 0 ? 4 : needed));
}

/** Whether the channels of what is asked come last; weights keep their order of axes under every layout. */
export function isChannelsLast(question: AnyQuestion, ask: AnyAsk): boolean {
  const ofImages = ask === "y" || ask === "indices" || ask === "grads.x";
  return ofImages && question.conventions.layout === "nhwc" && question.op !== "gram";
}
