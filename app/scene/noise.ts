import type { TensorName } from "@/lib/derivation";
import type { Question } from "@/lib/question";

const RESULTS: readonly TensorName[] = ["y", "dx", "dw", "db"];
const FACTORS = ["x", "w"] as const;

/** How far sums of a few products lie from what they should be, beside the largest product. */
const PRECISION = 1e-13;

/**
 * The size below which a result of this question is what float64 leaves where decimals cancel, and is
 * drawn as 0; 0 for a tensor that was given, and for operations that do not add products up.
 *
 * @example 0.1 · 1 + 0.2 · 1 − 0.3 · 1 comes out as 5.6e-17
 */
export function noiseIn({ op, inputs, dy }: Question, name: TensorName): number {
  if (!RESULTS.includes(name) || !(op.startsWith("conv") || op === "linear")) return 0;
  const sizes = [...FACTORS.map((factor) => inputs[factor]?.data), dy?.data].map(largest);
  return PRECISION * Math.min(1, ...sizes.filter((size) => size > 0)) * Math.max(1, ...sizes);
}

function largest(data: ArrayLike<number> | undefined): number {
  return Array.from(data ?? []).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
