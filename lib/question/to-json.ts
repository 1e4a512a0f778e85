import type { Tensor } from "@/lib/tensor";
import type { Solution } from "./question";

/** A tensor as JSON holds it: non-finite values as "NaN", "Infinity" and "-Infinity". */
export interface TensorJson {
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

/**
 * A tensor as JSON.
 *
 * @example tensorToJson(tensor([2], [1, Infinity])) // { shape: [2], data: [1, "Infinity"] }
 */
export function tensorToJson(source: Tensor): TensorJson {
  const data = Array.from<number, number | string>(source.data, (value) =>
    Number.isFinite(value) ? value : String(value),
  );
  return { shape: source.shape, data };
}

/**
 * A solution as the command line prints it.
 *
 * @example JSON.stringify(solutionToJson(solve(question)))
 */
export function solutionToJson({ y, indices, grads, ...counts }: Solution) {
  return {
    ...(y ? { y: tensorToJson(y) } : {}),
    ...(indices ? { indices: tensorToJson(indices) } : {}),
    ...(grads ? { grads: gradientsToJson(grads) } : {}),
    ...counts,
  };
}

function gradientsToJson(grads: NonNullable<Solution["grads"]>): Record<string, TensorJson> {
  const json: Record<string, TensorJson> = {};
  for (const [name, gradient] of Object.entries(grads)) json[name] = tensorToJson(gradient);
  return json;
}
