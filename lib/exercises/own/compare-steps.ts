import type { Step } from "@/lib/derivation";
import { difference, equation, fraction } from "@/lib/tex";
import { networkSteps } from "../network-steps";
import { type CompareQuestion, compareKey, costOf, sideOf } from "./compare";

/** The working of a comparison: each side by itself, then the one by the other. */
export function compareSteps(question: CompareQuestion): readonly Step[] {
  const { count, by } = question;
  const [left, right] = [costOf(question, "left"), costOf(question, "right")];
  const key = compareKey(question);
  const line = by === "ratio" ? fraction(left, right) : difference(left, right);
  return [
    ...networkSteps(sideOf(question, "left"), count),
    ...networkSteps(sideOf(question, "right"), count),
    {
      rule: by === "ratio" ? "count-ratio" : "count-difference",
      line: equation(line, key),
      value: key,
      cells: [],
    },
  ];
}
