import { type MistakeId, predictorFor } from "@/lib/mistakes";
import type { NetworkQuestion } from "@/lib/network";
import type { Question } from "@/lib/question";

/** A wrong count, and the mistake that gives it. */
export interface WrongCount {
  readonly mistake: MistakeId;
  readonly value: number;
}

/** The counts that mistakes make of a question, the plainest first. */
export function wrongCounts(
  question: Question | NetworkQuestion,
  ask: "params" | "macs",
): readonly WrongCount[] {
  const singles = predictorFor(question, ask)?.singles() ?? [];
  return singles
    .toSorted((one, other) => one.strangeness - other.strangeness)
    .flatMap(({ ids: [mistake], computation }) =>
      mistake === undefined ? [] : [{ mistake, value: computation.at(0, 0, 0, 0) }],
    );
}
