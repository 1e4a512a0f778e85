import {
  type SetDocument,
  SetError,
  type SetSpec,
  makeDocument,
  numberedStudents,
  planSet,
} from "@/lib/problemset";
import { questionHtml } from "@/lib/problemset/formats";
import { type QuestionData, type SetData, fileOf } from "../data";
import { paperHtml } from "./paper";
import { problemsOf, specFrom } from "./read";
import type { Looked, Outline, OutlineQuestion, Problem } from "./types";

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
    sample: looked === null ? null : sampleOf(set, looked, draw),
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
  const outline = documentOf(alone, "1", 0);
  const made = "problem" in outline ? null : factsOf(outline);
  known.set(key, made);
  return made;
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

function sampleOf(set: SetData, looked: Looked, draw: number): Outline["sample"] {
  const question = "question" in looked ? looked.question : set.questions[looked.at];
  if (!question) return null;
  const document = documentOf(aloneIn(set, { ...question, count: 1 }), `sample ${draw}`, 1);
  if ("problem" in document) return document;
  const [item] = document.items(0);
  return item ? { html: paperHtml(questionHtml(item)) } : null;
}

/** A small set, made at once; or why it cannot be. */
function documentOf(
  set: SetData,
  seed: string,
  students: number,
): SetDocument | { readonly problem: string } {
  try {
    return planned(specFrom({ ...set, seed }), students);
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    return { problem: problemsOf(set, error)[0]?.message ?? error.message };
  }
}

function planned(spec: SetSpec, students: number): SetDocument {
  const planning = planSet(spec, numberedStudents(students), NO_SECRET);
  let next = planning.next();
  while (!next.done) next = planning.next();
  return makeDocument(spec, next.value);
}
