import { CONV_RULES } from "./rules/conv";
import { SIZE_RULES } from "./rules/sizes";

/**
 * Every rule that a step can use, a list a family. Captions live in `content/captions`, keyed by
 * these names.
 */
export const RULES = [...SIZE_RULES, ...CONV_RULES] as const;
export type RuleId = (typeof RULES)[number];
