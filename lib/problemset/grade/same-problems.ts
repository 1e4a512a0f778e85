import { slotsOf } from "../document/slots";
import { type Complaint, SetError } from "../errors";
import type { QuestionSpec, SetSpec } from "../spec/spec";

/**
 * Makes sure that two files of a set give the same sheets, so that the answers to one can be marked by the other: a
 * regrade changes what is void, what is accepted, the points and the words, never a problem.
 *
 * @throws SetError naming each question that is another one
 */
export function sameProblems(spec: SetSpec, before: SetSpec): void {
  const [now, then] = [slotsOf(spec), slotsOf(before)];
  const complaints: Complaint[] = [];
  if (spec.seed !== before.seed) {
    const message = `The seed is "${before.seed}" here and "${spec.seed}" in the set that marks.`;
    complaints.push({ message: `${message} ${ONLY}` });
  }
  if (spec.difficultyBand !== before.difficultyBand) {
    const message = `The difficulty_band is another one here than in the set that marks. ${ONLY}`;
    complaints.push({ message });
  }
  if (now.length !== then.length) {
    const message = `There are ${then.length} questions here and ${now.length} in the set that marks.`;
    complaints.push({ message: `${message} ${ONLY}` });
  }
  for (const [at, slot] of then.entries()) {
    const other = now[at];
    if (!other || problemIn(slot.spec) === problemIn(other.spec)) continue;
    const message = `Question ${at + 1} is another problem here than in the set that marks. ${ONLY}`;
    complaints.push({ line: slot.spec.line, message });
  }
  if (complaints.length > 0) throw new SetError(complaints);
}

const ONLY = "Void, accept, points and words may differ, the problems may not.";

/** What decides the problems of a question. */
function problemIn(spec: QuestionSpec): string {
  const { type, version, level, isSameForAll, isDistinct, conventions, pinned, own } = spec;
  return JSON.stringify([type, version, level, isSameForAll, isDistinct, conventions, pinned, own]);
}
