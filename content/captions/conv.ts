import type { CONV_RULES } from "@/lib/derivation/rules/conv";

export const CONV_CAPTIONS: Readonly<Record<(typeof CONV_RULES)[number], string>> = {
  "conv-rule": "The rule: lay the kernel on the input, multiply what overlaps, add it all up",
  "conv-cell": "Row {row}, column {column}: multiply what overlaps, then add",
};
