import { PROOF_WORDS } from "@/content/by-hand";
import {
  type Item,
  type QuestionSpec,
  type SetDocument,
  SetError,
  makeDocument,
  numberedStudents,
} from "@/lib/problemset";
import { type CheckedSet, checkSet } from "@/lib/problemset/checks";
import { answerHtml, questionHtml } from "@/lib/problemset/formats";
import { type QuestionData, type SetData, fileOf } from "../data";
import { handFrom, handRead } from "./hand";
import { paperHtml } from "./paper";
import { problemsOf, specFrom } from "./read";
import type { Looked, Outline, OutlineQuestion, Problem, Sample } from "./types";

/** Samples are drawn without a secret: they are on no sheet. */
const NO_SECRET = new Uint8Array(32);

/** What a set amounts to, and a problem of the question that is looked at. */
export function outlineOf(set: SetData, looked: Looked | null, draw: number): Outline {
  const questions = set.questions.map((question) => outlineQuestion(set, question));
  const sum = (of: (question: OutlineQuestion) => number) =>
    questions.reduce((total, question) => total + (question ? of(question) : 0), 0);
  return {
    problems: problemsIn(set),
    questions,
    points: sum(({ points }) => points),
    minutes: sum(({ minutes }) => minutes),
    asked: sum(({ count }) => count),
    ...lookedAt(set, looked, draw),
  };
}

/** An empty set has no problem yet, only no question. */
function problemsIn(set: SetData): Problem[] {
  if (set.questions.length === 0) return [];
  try {
    specFrom(set);
    return [];
  } catch (error) {
    if (error instanceof SetError) return problemsOf(set, error);
    throw error;
  }
}

const known = new Map<string, OutlineQuestion | null>();

/** A question is worked out anew only where it, or what it takes from the set, has changed. */
function outlineQuestion(set: SetData, question: QuestionData): OutlineQuestion | null {
  const alone = aloneIn(set, question);
  const key = JSON.stringify(alone);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = madeFrom(alone, "1", 0);
  const facts = "problem" in made ? null : factsOf(made.document);
  known.set(key, facts);
  return facts;
}

function factsOf({ questions, points }: SetDocument): OutlineQuestion {
  const minutes = questions.reduce((sum, one) => sum + (one.isVoid ? 0 : one.minutes), 0);
  return { title: questions[0]?.title ?? "", points, minutes, count: questions.length };
}

/** The question as the only one of its set. */
function aloneIn(set: SetData, question: QuestionData): SetData {
  const { conventions, time_scale: timeScale } = set;
  return fileOf({
    title: "One",
    seed: "1",
    conventions,
    time_scale: timeScale,
    questions: [question],
  });
}

function lookedAt(
  set: SetData,
  looked: Looked | null,
  draw: number,
): Pick<Outline, "sample" | "hand"> {
  const question = looked && ("question" in looked ? looked.question : set.questions[looked.at]);
  if (!question) return { sample: null, hand: null };
  return { sample: sampleOf(set, question, draw), hand: handRead(set, question) };
}

function sampleOf(set: SetData, question: QuestionData, draw: number): Outline["sample"] {
  const made = madeFrom(aloneIn(set, { ...question, count: 1 }), `sample ${draw}`, 1);
  if ("problem" in made) return made;
  const [item] = made.document.items(0);
  return item ? sampleFrom(item, made) : null;
}

function sampleFrom(item: Item, { report }: Made): Sample {
  const isProved = report.questions.every(({ proofs }) => !proofs.has("once"));
  return {
    type: item.type,
    html: paperHtml(questionHtml(item)),
    answer: paperHtml(answerHtml(item)),
    proof: isProved ? PROOF_WORDS.twice : PROOF_WORDS.once,
    isOne: report.questions.some(({ slot }) => isAsGiven(slot.spec)),
    own: handFrom(item.question, item.conventions),
  };
}

/** Whether everybody has the problem that the file gives. */
function isAsGiven({ pinned, own }: QuestionSpec): boolean {
  return pinned !== undefined || own !== undefined;
}

interface Made extends CheckedSet {
  readonly document: SetDocument;
}

/** A small set, made and checked at once; or why it cannot be. */
function madeFrom(
  set: SetData,
  seed: string,
  students: number,
): Made | { readonly problem: string } {
  try {
    const spec = specFrom({ ...set, seed });
    const checked = finished(checkSet(spec, numberedStudents(students), NO_SECRET));
    return { ...checked, document: makeDocument(spec, checked.plan) };
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    return { problem: problemsOf(set, error)[0]?.message ?? error.message };
  }
}

function finished<Result>(steps: Generator<unknown, Result>): Result {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
