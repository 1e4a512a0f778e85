import { SPOT_WORDS } from "@/content/practice";
import { REMEDIES } from "@/content/remedies";
import type { AnswerJson, Check, UnreadableAnswer } from "@/lib/answer/check";
import type { MistakeId } from "@/lib/mistakes";
import type { OwnQuestion } from "../asked";
import { checkKeyed } from "./check-keyed";
import { type FindQuestion, findKey, isFound, slipsFinding } from "./find";
import { invalid } from "./invalid";
import { readFound } from "./read-found";
import { type SpotQuestion, spotKey } from "./spot";

/**
 * An answer to a question that only exercises ask: every right one is right, and where a slip gives a wrong one it is
 * named. What cannot be read is "invalid".
 *
 * @example checkOwn({ op: "find", unknown: ["padding"], .. }, 1).verdict // "correct"
 */
export function checkOwn(question: OwnQuestion, answer: AnswerJson): Check {
  switch (question.op) {
    case "spot":
      return checkSpotted(question, answer);
    case "find":
      return checkFound(question, answer);
    default:
      return checkKeyed(question, answer);
  }
}

function checkFound(question: FindQuestion, answer: AnswerJson): Check {
  const given = readFound(question, answer);
  if ("kind" in given) return invalid(given);
  if (isFound(question, given)) return CORRECT;
  const names = slipsFinding(question, given);
  return {
    ...INCORRECT,
    score: shareFound(question, given),
    diagnosis: names.map((mistake) => ({ mistake, ids: [mistake], cells: WHOLE })),
  };
}

/** How much of all that is to be named has been, where nothing else has. */
function shareFound(question: FindQuestion, given: readonly number[]): number {
  const all = question.every ? (findKey(question) ?? []) : [];
  const named = new Set(given);
  const isPart = named.size > 0 && [...named].every((value) => all.includes(value));
  return isPart ? named.size / all.length : 0;
}

const WHOLE = [[]] as const;
const CORRECT: Check = { verdict: "correct", score: 1, cells: [], diagnosis: [] };
const INCORRECT: Check = {
  verdict: "incorrect",
  score: 0,
  cells: [{ at: [], verdict: "incorrect" }],
  diagnosis: [],
};

/** The cell and the name each count for half. */
function checkSpotted(question: SpotQuestion, answer: AnswerJson): Check {
  const key = spotKey(question);
  const given = spottedIn(question, answer);
  if (!key || !given) return invalid(NOT_SPOTTED);
  const at =
    given.at.length === key.at.length && given.at.every((index, axis) => index === key.at[axis]);
  const named = given.mistake === key.mistake;
  if (at && named) return CORRECT;
  return { ...INCORRECT, score: at || named ? 0.5 : 0 };
}

const NOT_SPOTTED: UnreadableAnswer = {
  kind: "unreadable",
  code: "UNEXPECTED",
  at: 0,
  message: "Name the line by its cell, and the mistake: “0,1 SIGN_SLIP”, say.",
};

/** {"at": [0, 1], "mistake": "SIGN_SLIP"}, or a text such as "0,1 SIGN_SLIP". */
function spottedIn(
  question: SpotQuestion,
  answer: AnswerJson,
): { readonly at: readonly number[]; readonly mistake: string } | undefined {
  if (typeof answer === "string") return spottedInText(question, answer.slice(0, 200));
  if (typeof answer !== "object" || answer === null) return undefined;
  const { at, mistake }: { at?: unknown; mistake?: unknown } = answer;
  if (!Array.isArray(at) || typeof mistake !== "string") return undefined;
  const indices: unknown[] = at;
  return { at: indices.map(Number), mistake };
}

/** The mistake goes by its id or by its words on the sheet; the numbers beside those are the cell's. */
function spottedInText({ choices }: SpotQuestion, text: string) {
  const plain = text.toLowerCase();
  for (const mistake of choices) {
    const name = namesOf(mistake).find((one) => plain.includes(one));
    if (name !== undefined) return spottedAt(mistake, plain.replace(name, ""));
  }
  const [id] = /[A-Z]{3,}(?:_[A-Z]+)+/.exec(text.toUpperCase()) ?? [];
  return id === undefined ? undefined : spottedAt(id, text);
}

function namesOf(mistake: MistakeId): string[] {
  const words = SPOT_WORDS[mistake] ?? REMEDIES[mistake].title;
  return [mistake, words].map((name) => name.toLowerCase());
}

function spottedAt(mistake: string, rest: string) {
  const at = Array.from(rest.matchAll(/\d+/g), ([index]) => Number(index));
  return at.length === 0 ? undefined : { at, mistake };
}
