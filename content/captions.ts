import type { RuleId } from "@/lib/derivation";
import { CONV_CAPTIONS } from "./captions/conv";
import { SIZE_CAPTIONS } from "./captions/sizes";

/** What each step says beside its line; {slots} are filled from the step's facts. */
export const CAPTIONS: Readonly<Record<RuleId, string>> = { ...SIZE_CAPTIONS, ...CONV_CAPTIONS };
