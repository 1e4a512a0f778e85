import { RULE_WORDS } from "@/content/rules";
import type { Exercise } from "@/lib/exercises";

/** The rule that a type tests, in words: those of the longest beginning of its name that has some. */
export function ruleWords({ rule }: Pick<Exercise, "rule">): string {
  const names = Object.keys(RULE_WORDS).filter((name) => rule.startsWith(name));
  return RULE_WORDS[names.toSorted((one, other) => other.length - one.length)[0] ?? ""] ?? "";
}
