import type { MistakeId } from "@/lib/mistakes";
import { SIZE_REMEDIES } from "./remedies/sizes";
import { COUNT_REMEDIES } from "./remedies/counts";
import { TENSOR_REMEDIES } from "./remedies/tensors";
import { LAYER_REMEDIES } from "./remedies/layers";
import type { Remedy } from "./remedies/remedy";

export type { Remedy };

/** What is said of each mistake to the one who made it. */
export const REMEDIES: Readonly<Record<MistakeId, Remedy>> = {
  ...TENSOR_REMEDIES,
  ...LAYER_REMEDIES,
  ...SIZE_REMEDIES,
  ...COUNT_REMEDIES,
};

/**
 * What is said of a mistake where this is asked: the words for the operation, where it has some; else those of the
 * longest beginning of the ask that has words of its own.
 *
 * @example remedyFor("STRIDE_IGNORED", "shapes.y").title // "You left out the stride"
 */
export function remedyFor(id: MistakeId, ask: string, op = ""): Omit<Remedy, "where"> {
  const remedy: Remedy = REMEDIES[id];
  const own = remedy.where?.[op];
  if (own) return own;
  const [known = ""] = Object.keys(remedy.where ?? {})
    .filter((beginning) => ask.startsWith(beginning))
    .toSorted((one, other) => other.length - one.length);
  return remedy.where?.[known] ?? remedy;
}
