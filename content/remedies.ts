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
