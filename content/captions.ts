import type { RuleId } from "@/lib/derivation";
import { CONV_CAPTIONS } from "./captions/conv";
import { COUNT_CAPTIONS } from "./captions/counts";
import { LAYER_CAPTIONS } from "./captions/layers";
import { LOSS_CAPTIONS } from "./captions/losses";
import { POOLING_CAPTIONS } from "./captions/pooling";
import { SIZE_CAPTIONS } from "./captions/sizes";

/** What each step says beside its line; {slots} are filled from the step's facts. */
export const CAPTIONS: Readonly<Record<RuleId, string>> = {
  ...SIZE_CAPTIONS,
  ...CONV_CAPTIONS,
  ...POOLING_CAPTIONS,
  ...LAYER_CAPTIONS,
  ...LOSS_CAPTIONS,
  ...COUNT_CAPTIONS,
};
