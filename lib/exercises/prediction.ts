import type { MistakeId } from "@/lib/mistakes";
import type { Key } from "./key";

/** A wrong answer, and the mistake that gives it. */
export interface Prediction {
  readonly mistake: MistakeId;
  readonly answer: Key;
}
