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

/**
 * The type that practises a gradient of a problem's numbers: the one that tests how this layer differs from the plain
 * one. Undefined where there is none.
 *
 * @example backwardSkill(strided, "grads.w") // "conv-weight-gradient-strided"
 */
export function backwardSkill({ question, solution }: Variant, ask: string): string | undefined {
  if (!isLayerQuestion(question)) return undefined;
  const { op, params } = question;
  const own = SKILLS[`${op} ${ask}`];
  if (own !== undefined || op !== "conv2d") return own;
  const isPlain = !["stride", "padding", "pad"].some((name) => Object.hasOwn(params, name));
  if (ask === "grads.w") {
    if (Object.hasOwn(params, "dilation")) return "dilated-gradient";
    return isPlain ? "conv-weight-gradient" : "conv-weight-gradient-strided";
  }
  if (Object.hasOwn(params, "groups")) return "grouped-gradient";
  if (!isPlain) return "conv-input-gradient-strided";
  const isOfChannels = (solution?.shapes["y"]?.length ?? 0) > 2;
  return isOfChannels ? "conv-channel-gradient" : "conv-input-gradient";
}

const SKILLS: Readonly<Record<string, string>> = {
  "conv2d grads.b": "conv-bias-gradient",
  "max_pool2d grads.x": "max-pool-backward",
  "avg_pool2d grads.x": "avg-pool-backward",
  "global_avg_pool2d grads.x": "avg-pool-backward",
  "relu grads.x": "relu-backward",
  "cross_entropy grads.x": "cross-entropy-backward",
  "linear grads.x": "linear-backward",
  "linear grads.w": "linear-backward",
  "linear grads.b": "linear-backward",
  "conv_transpose2d grads.x": "transposed-gradient",
  "conv_transpose2d grads.w": "transposed-gradient",
};
