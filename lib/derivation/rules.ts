import { CONV_RULES } from "./rules/conv";
import { COUNT_RULES } from "./rules/counts";
import { LAYER_RULES } from "./rules/layers";
import { LOSS_RULES } from "./rules/losses";
import { POOLING_RULES } from "./rules/pooling";
import { SIZE_RULES } from "./rules/sizes";

/**
 * Every rule that a step can use, a list a family. Captions live in `content/captions`, keyed by
 * these names.
 */
export const RULES = [
  ...SIZE_RULES,
  ...CONV_RULES,
  ...POOLING_RULES,
  ...LAYER_RULES,
  ...LOSS_RULES,
  ...COUNT_RULES,
] as const;
export type RuleId = (typeof RULES)[number];
