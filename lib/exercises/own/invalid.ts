import type { Check, UnreadableAnswer } from "@/lib/answer/check";

/** What is said of an answer that cannot be read. */
export function invalid(unreadable: UnreadableAnswer): Check {
  return { verdict: "invalid", score: 0, cells: [], diagnosis: [], unreadable };
}
