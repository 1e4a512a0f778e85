import type { Ask } from "@/lib/question";
import { type Asked, isLayerQuestion } from "./asked";
import { integers } from "./draw";
import { isDegenerate } from "./key";
import { predict } from "./predict";
import { Random } from "./random";
import { solveAsked } from "./solve-asked";
import type { Variant } from "./variant";

const GRADIENTS = ["grads.w", "grads.x", "grads.b"] as const satisfies readonly Ask[];

/** The gradients that the numbers of a forward problem can be asked for. @example backwardAsks(variant) // ["grads.w", "grads.x"] */
export function backwardAsks({ question, ask, solution }: Variant): readonly Ask[] {
  if (!isLayerQuestion(question) || ask !== "y") return [];
  const grads: Readonly<Record<string, unknown>> = solution?.grads ?? {};
  return GRADIENTS.filter((gradient) => gradient.slice("grads.".length) in grads);
}

/**
 * The same numbers, asked backward: a gradient G of small whole numbers, drawn from the same seed, arrives at the
 * output. Undefined where the problem has no such gradient, or it would be all alike.
 */
export function backwardOf(variant: Variant, ask: string): Variant | undefined {
  const gradient = backwardAsks(variant).find((one) => one === ask);
  if (!gradient || !isLayerQuestion(variant.question)) return undefined;
  const asked: Asked = { ask: gradient, question: withGradient(variant, variant.question) };
  const solved = solveAsked(asked);
  if (!solved || isDegenerate(solved.key)) return undefined;
  const { key, solution } = solved;
  return {
    ...variant,
    ...asked,
    key,
    ...(solution ? { solution } : {}),
    predictions: predict(asked, key),
  };
}

const LARGEST = 3;

function withGradient(
  { exercise, level, seed, solution }: Variant,
  question: Extract<Variant["question"], { readonly params: unknown; readonly dtype: unknown }>,
) {
  const random = new Random(`${exercise.id}@${exercise.version}/${level}/${seed}/backward`);
  const shape = solution?.shapes["y"] ?? [];
  const { data } = integers(random, shape, { largest: LARGEST });
  return { ...question, dy: { shape, data: Float64Array.from(data) } };
}
