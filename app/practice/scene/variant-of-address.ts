import { type Variant, backwardOf, variantOf } from "@/lib/exercises";
import { keyOfAddress } from "../address";
import type { ProblemAddress } from "../types";

let last: { readonly key: string; readonly variant: Variant } | undefined;

/**
 * The problem of an address, as the program works with it; the last one is kept, since it is marked and explained after
 * it is shown.
 *
 * @throws ExerciseError where there is no such problem
 */
export function variantOfAddress(address: ProblemAddress): Variant {
  const key = keyOfAddress(address);
  if (last?.key === key) return last.variant;
  const variant = drawn(address);
  last = { key, variant };
  return variant;
}

function drawn({ type, version, seed, level, conventions, ask }: ProblemAddress): Variant {
  const variant = variantOf({ id: type, version, seed, level, conventions });
  return ask === undefined ? variant : (backwardOf(variant, ask) ?? variant);
}
