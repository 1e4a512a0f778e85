import { agrees, readShape } from "@/lib/answer";
import type { AnswerKey } from "./answer-key";
import { readFinite } from "./read-finite";

export interface Mark {
  readonly verdict: "correct" | "incorrect" | "invalid";
  readonly says: string;
}

/** What is said of an answer; one that cannot be read costs nothing. */
export function mark(typed: string, key: AnswerKey): Mark {
  const read = typeof key === "number" ? readFinite(typed) : readShape(typed);
  if (!read.ok) return { verdict: "invalid", says: `${read.message} Nothing was marked.` };
  const right = "sizes" in read ? sameSizes(read.sizes, key) : agrees(read, Number(key));
  return right
    ? { verdict: "correct", says: `✓ ${read.shown} is right.` }
    : { verdict: "incorrect", says: `✕ ${read.shown} is not it.` };
}

function sameSizes(sizes: readonly number[], key: AnswerKey): boolean {
  return typeof key !== "number" && sizes.join() === key.join();
}
