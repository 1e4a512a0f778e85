import { type Question, type Solution, solve } from "@/lib/question";

const SOLVED = new WeakMap<Question, Solution>();

/** What the kernel computes for a question, once however many of its tensors are worked out. */
export function solutionOf(question: Question): Solution {
  const known = SOLVED.get(question);
  if (known) return known;
  const solution = solve(question);
  SOLVED.set(question, solution);
  return solution;
}
