import type { Key } from "@/lib/exercises";

/** How a key was worked out a second time, by code that the first does not share. */
export type SecondWay =
  /** The tensor by a second algorithm. */
  | "twin"
  /** A gradient by a second algorithm, and beside the difference quotients of the loss. */
  | "twin-and-quotients"
  /** A gradient beside the difference quotients of the loss alone. */
  | "quotients"
  /** A size by laying the window down place by place, or a size put into the rule that it must satisfy. */
  | "places"
  /** A count by adding up what each tensor or layer holds. */
  | "tally"
  /** A receptive field walked back from the last layer to the first. */
  | "walk-back"
  /** A wrong line found by a second algorithm; which mistake it is rests on the first alone. */
  | "line";

/** A key that was worked out a second time, and how; where a rule is put to the test, the key itself. */
export interface Tallied {
  readonly way: SecondWay;
  readonly key: Key;
}
