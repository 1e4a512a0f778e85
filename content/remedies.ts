import type { MistakeId } from "@/lib/mistakes";
import { GRADIENT_REMEDIES } from "./remedies/gradients";
import type { Remedy } from "./remedies/remedy";
import { SIZE_REMEDIES } from "./remedies/sizes";
import { VALUE_REMEDIES } from "./remedies/values";

export type { Remedy };

/** What is said after a wrong answer, for every mistake that can be named. */
export const REMEDIES: Readonly<Record<MistakeId, Remedy>> = {
  ...VALUE_REMEDIES,
  ...GRADIENT_REMEDIES,
  ...SIZE_REMEDIES,
};
