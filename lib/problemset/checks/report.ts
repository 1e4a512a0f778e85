import { type Variant, paragraphsOf } from "@/lib/exercises";
import type { Drawn, Plan } from "../document/plan";
import { planSet } from "../document/plan";
import type { Slot } from "../document/slots";
import { STATEMENT_SLOT } from "../document/wording";
import { type Complaint, SetError } from "../errors";
import type { Student } from "../roster/student";
import type { SetSpec } from "../spec/spec";
import { type KeyProof, proofOfKey } from "./proof/proof";
import type { SecondWay } from "./proof/way";

/** What was checked of one question before anything was written. */
export interface QuestionReport {
  readonly slot: Slot;
  readonly drawn: number;
  /** Problems that are there once only, or for the first time. */
  readonly distinct: number;
  /** How many keys were proved by each second way; "once" counts those without one. */
  readonly proofs: ReadonlyMap<SecondWay | "once", number>;
  /** One a drawn problem, in the order of the students. */
  readonly difficulties: Float64Array;
  /** How many of them lie outside the band, since too few within it were to be had. */
  readonly outside: number;
  /** How many wrong answers are predicted, each of another mistake: the fewest of any problem. */
  readonly mistakes: number;
}

/** What was checked of a set. */
export interface SetReport {
  readonly band: number;
  readonly questions: readonly QuestionReport[];
}

/** A set that may be written. */
export interface CheckedSet {
  readonly plan: Plan;
  readonly report: SetReport;
}

/**
 * Plans a set and checks each problem as it is drawn: its key by a second algorithm, its difficulty, the mistakes that
 * it tells apart. Yields after each, so that whoever goes through it can show how far it is, or stop.
 *
 * @throws SetError where a key differs from the second algorithm's, a place has no problems left, or a wording leaves
 * out the numbers that differ from student to student
 */
export function* checkSet(
  spec: SetSpec,
  students: readonly Student[],
  secret: Uint8Array,
): Generator<Drawn, CheckedSet> {
  const tallies = new Map<number, Tally>();
  const complaints: Complaint[] = [];
  const planning = planSet(spec, students, secret);
  let next = planning.next();
  for (; !next.done; next = planning.next()) {
    const drawn = next.value;
    const tally = tallies.get(drawn.slot.index) ?? newTally(drawn, students.length);
    tallies.set(drawn.slot.index, tally);
    complaints.push(...counted(tally, drawn, spec));
    yield drawn;
  }
  if (complaints.length > 0) throw new SetError(complaints);
  const plan = next.value;
  return { plan, report: { band: spec.difficultyBand, questions: reportsOf(plan, tallies) } };
}

interface Tally {
  readonly proofs: Map<SecondWay | "once", number>;
  readonly difficulties: Float64Array;
  readonly words: string;
  drawn: number;
  distinct: number;
  outside: number;
  mistakes: number;
}

function newTally({ slot, variant }: Drawn, students: number): Tally {
  return {
    proofs: new Map(),
    difficulties: new Float64Array(slot.isShared ? 1 : students),
    words: wordsOf(variant),
    drawn: 0,
    distinct: 0,
    outside: 0,
    mistakes: Number.POSITIVE_INFINITY,
  };
}

/** Counts a problem, and says what is wrong with it. */
function counted(tally: Tally, drawn: Drawn, { difficultyBand: band }: SetSpec): Complaint[] {
  const { slot, variant, difficulty } = drawn;
  const proof = proofOfKey(variant);
  const way = proof.kind === "once" ? "once" : proof.way;
  tally.proofs.set(way, (tally.proofs.get(way) ?? 0) + 1);
  tally.difficulties[tally.drawn] = difficulty;
  tally.drawn++;
  if (drawn.isNew) tally.distinct++;
  if (Math.abs(difficulty - slot.difficulty) > band * slot.difficulty) tally.outside++;
  tally.mistakes = Math.min(tally.mistakes, variant.predictions.length);
  return [unproved(drawn, proof), unworded(tally, drawn)].flatMap((message) =>
    message === undefined ? [] : [{ line: slot.spec.line, message }],
  );
}

function unproved({ slot, variant }: Drawn, proof: KeyProof): string | undefined {
  if (proof.kind !== "differs") return undefined;
  return (
    `Question ${slot.index + 1}, ${slot.spec.type} with the seed "${variant.seed}": the key and the second ` +
    `algorithm (${proof.way}) disagree; the second gives ${proof.other}. Nothing is written.`
  );
}

/** Told once a place, by the first problem whose words are not those of the first. */
function unworded(tally: Tally, { slot, variant }: Drawn): string | undefined {
  const { wording } = slot.spec;
  if (wording === undefined || wording.includes(STATEMENT_SLOT)) return undefined;
  if (tally.drawn !== 2 || wordsOf(variant) === tally.words) return undefined;
  return (
    `Question ${slot.index + 1}: the wording leaves out numbers that differ from student to student. ` +
    `Write ${STATEMENT_SLOT} where the type's own words shall stand, or pin one problem.`
  );
}

function wordsOf(variant: Variant): string {
  const words = paragraphsOf(variant).flat().filter(isWord);
  return words.join("\n");
}

function isWord(part: unknown): part is string {
  return typeof part === "string";
}

function reportsOf({ slots }: Plan, tallies: ReadonlyMap<number, Tally>): QuestionReport[] {
  return slots.flatMap((slot) => {
    const tally = tallies.get(slot.index);
    if (!tally) return [];
    const { words: _words, ...rest } = tally;
    return [{ slot, ...rest }];
  });
}
