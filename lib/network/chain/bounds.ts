import { type Range, type Ranges, solveRounded } from "@/lib/question/rounded";
import { KernelError, type Tensor } from "@/lib/tensor";
import type { ChainValue } from "./question";
import { questionGiven, recomputed } from "./recomputed";

/** What arrives at a value: numbers, and between what bounds they lie where they are rounded. */
export interface Arriving {
  readonly tensor: Tensor;
  readonly range?: Range | undefined;
}

/** The bounds of a value whose x, dy or weights are rounded; undefined where none is, or where bounds cannot be told. */
export function boundsOf(
  value: ChainValue,
  { x, dy }: { readonly x?: Arriving | undefined; readonly dy?: Arriving | undefined },
  weights: Ranges,
): Range | undefined {
  const ranges: Ranges = {
    ...weights,
    ...(x?.range ? { x: x.range } : {}),
    ...(dy?.range ? { dy: dy.range } : {}),
  };
  if (Object.keys(ranges).length === 0) return undefined;
  const question = questionGiven(value, { x: x?.tensor, dy: dy?.tensor });
  try {
    if (!question) return x && mappedBounds(value, x, dy);
    const { y, grads } = solveRounded(question, ranges);
    const found = Object.entries({ y, ...named(grads) }).find(([ask]) => ask === value.ask)?.[1];
    return found && multiple(found, value.factor);
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

function named<Found>(grads: Readonly<Record<string, Found>>): Record<string, Found> {
  return Object.fromEntries(Object.entries(grads).map(([name, one]) => [`grads.${name}`, one]));
}

function multiple({ shape, low, high }: Range, factor: number): Range {
  return { shape, low: low.map((one) => one * factor), high: high.map((one) => one * factor) };
}

/** A layer that maps value by value: what it gives at both ends and at the number itself, between which it hardly bends. */
function mappedBounds(value: ChainValue, x: Arriving, dy: Arriving | undefined): Range {
  const { shape } = value.tensor;
  const dys = value.direction === "forward" ? [undefined] : pointsOf(dy);
  const results = pointsOf(x).flatMap((one) =>
    dys.map((other) => recomputed(value, { x: one, dy: other }).data),
  );
  const ends = (most: (...values: number[]) => number) =>
    value.tensor.data.map((_, at) => most(...results.map((data) => data[at] ?? Number.NaN)));
  return { shape, low: ends(Math.min), high: ends(Math.max) };
}

function pointsOf(arriving: Arriving | undefined): readonly (Tensor | undefined)[] {
  const { tensor, range } = arriving ?? {};
  if (!tensor || !range) return [tensor];
  const { shape } = tensor;
  return [{ shape, data: range.low }, tensor, { shape, data: range.high }];
}
