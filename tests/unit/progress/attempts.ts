import type { Attempt, Skill } from "@/lib/progress";

let count = 0;

/** An attempt like any other: a right first try at level 1, each at a problem of its own. */
export function attempt(change: Partial<Attempt> = {}): Attempt {
  count += 1;
  return {
    id: `a${count}`,
    at: count * 1000,
    exercise: "conv-forward",
    version: 1,
    seed: `s${count}`,
    level: 1,
    conventions: { rounding: "floor" },
    verdict: "correct",
    score: 1,
    mistakes: [],
    hints: 0,
    ...change,
  };
}

/** A wrong answer, explained by these mistakes. */
export function wrong(mistakes: readonly string[], change: Partial<Attempt> = {}): Attempt {
  return attempt({ verdict: "incorrect", score: 0, mistakes, ...change });
}

/** Four types of two topics. */
export const SKILLS = [
  { id: "output-size", topic: "sizes", mistakes: ["STRIDE_IGNORED", "PLUS_ONE_FORGOTTEN"] },
  { id: "conv-forward", topic: "convolution", mistakes: ["KERNEL_FLIPPED", "STRIDE_IGNORED"] },
  { id: "channels", topic: "convolution", mistakes: ["FIRST_CHANNEL_ONLY"] },
  { id: "max-pool", topic: "pooling", mistakes: ["ZERO_PADDING_IN_MAX"] },
].map((skill) => ({ ...skill, version: 1 })) satisfies Skill[];
