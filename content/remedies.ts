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

/** Operations of exercises in which sizes are worked out on the way. */
const SIZED: readonly string[] = ["find", "unshared"];

/**
 * What is said of a mistake where this is asked: the words for a convention or the operation, where it has some; else
 * those of the longest beginning of the ask that has words of its own.
 *
 * @param of the convention of the layer's operation, the operation: whatever has words is the first that counts
 *
 * @example remedyFor("STRIDE_IGNORED", "shapes.y").title // "You left out the stride"
 */
export function remedyFor(
  id: MistakeId,
  ask: string,
  ...of: readonly string[]
): Omit<Remedy, "where"> {
  const remedy: Remedy = REMEDIES[id];
  const own = of
    .flatMap((name) => remedy.where?.[`${ask} of ${name}`] ?? remedy.where?.[name] ?? [])
    .at(0);
  if (own) return own;
  const [known = ""] = Object.keys(remedy.where ?? {})
    .filter((beginning) => ask.startsWith(beginning))
    .toSorted((one, other) => other.length - one.length);
  const ofSizes = of.some((name) => SIZED.includes(name)) ? remedy.where?.["shapes"] : undefined;
  return remedy.where?.[known] ?? ofSizes ?? remedy;
}
