import { RULE_WORDS } from "@/content/rules";

/**
 * What a rule does, in words: those of the longest beginning of its name that has some. A gradient has words of its own
 * or none.
 *
 * @example ruleWords({ rule: "max-pool-cell" }) // "Keep the largest number of each window."
 */
export function ruleWords({ rule }: { readonly rule: string }): string {
  const names = Object.keys(RULE_WORDS).filter((name) => rule.startsWith(name));
  const [longest = ""] = names.toSorted((one, other) => other.length - one.length);
  const isAlike = rule.includes("gradient") === longest.includes("gradient");
  return isAlike ? (RULE_WORDS[longest] ?? "") : "";
}
