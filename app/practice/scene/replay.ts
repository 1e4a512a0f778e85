import type { Variant } from "@/lib/exercises";
import type { Diagnosis } from "@/lib/mistakes";
import type { Replay } from "../types";

/** What was done beside what it should be, where a picture tells it. */
export function replayOf(_variant: Variant, _diagnosis: Diagnosis): Replay | undefined {
  return undefined;
}
