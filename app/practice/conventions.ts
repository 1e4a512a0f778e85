import { CONVENTION_WORDS } from "@/content/practice";
import type { Conventions } from "@/lib/question";

/**
 * PyTorch's conventions, the same as the library's. They stand here a second time so that a page need not load the
 * kernel to read its address; a test holds the two together.
 */
export const PYTORCH: Conventions = {
  rounding: "floor",
  padding: "pytorch",
  operation: "correlation",
  layout: "nchw",
  macs: "without_bias",
  units: "si",
};

export const CONVENTION_NAMES = [
  "rounding",
  "padding",
  "operation",
  "layout",
  "macs",
  "units",
] as const satisfies readonly (keyof Conventions)[];
export type ConventionName = (typeof CONVENTION_NAMES)[number];

/** Conventions with one choice made; unchanged where there is no such choice. */
export function withChoice(conventions: Conventions, name: string, value: string): Conventions {
  const known = CONVENTION_NAMES.find((one) => one === name);
  const isChoice = known !== undefined && Object.hasOwn(CONVENTION_WORDS[known].choices, value);
  return isChoice ? { ...conventions, [known]: value } : conventions;
}
