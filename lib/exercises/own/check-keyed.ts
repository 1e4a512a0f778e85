import {
  type AnswerJson,
  type Check,
  type Key as AnswerKey,
  type Expected,
  mark,
  readJson,
} from "@/lib/answer/check";
import { KernelError } from "@/lib/tensor";
import type { OwnQuestion } from "../asked";
import { type Key, isList } from "../key";
import { ownKey, ownSlips } from "./operations";
import { invalid } from "./invalid";

/** Questions of exercises with one right answer, a shape or a number. */
export type KeyedQuestion = Extract<
  OwnQuestion,
  { readonly op: "pad" | "shuffle" | "compare" | "unshared" | "training" }
>;

/** An answer to a question with one right answer, marked as any other: a decimal by its digits, a shape in any layout. */
export function checkKeyed(question: KeyedQuestion, answer: AnswerJson): Check {
  const right = ownKey(question);
  if (right === undefined) throw new KernelError("ERR_INPUT", "The question has no answer.");
  const key = keyFor(question, right);
  const reading = readJson(answer, expectedOfOwn(question));
  if (reading.kind === "unreadable") return invalid(reading);
  const given = reading.value;
  if (given.cells.every((cell) => cell === null)) return invalid(NOTHING);
  const isLayoutFixed = question.conventions.layout !== "nchw";
  const { score, cells } = mark(key, given, isLayoutFixed);
  if (score === 1) return { verdict: "correct", score, cells: [], diagnosis: [], given };
  const found = ownSlips(question).filter(
    (slip) => mark(keyFor(question, slip.answer), given, isLayoutFixed).score === 1,
  );
  const wrong = cells.map(({ at }) => at);
  const names = [...new Set(found.map(({ mistake }) => mistake))];
  return {
    verdict: "incorrect",
    score,
    cells,
    diagnosis: names.map((mistake) => ({ mistake, ids: [mistake], cells: wrong })),
    given,
  };
}

/** What is asked of an own question, as far as it helps to read the answer. */
export function expectedOfOwn(question: OwnQuestion): Expected {
  switch (question.op) {
    case "compare":
    case "unshared":
      return { kind: "count" };
    case "training":
      return { kind: "bytes", units: question.conventions.units };
    default:
      return { kind: "shape" };
  }
}

const NOTHING = {
  kind: "unreadable",
  code: "EMPTY",
  at: 0,
  message: "Nothing is written yet.",
} as const;

function keyFor({ op }: KeyedQuestion, key: Key): AnswerKey {
  if (isList(key)) return { kind: "shape", sizes: key, form: "image" };
  const value = typeof key === "number" ? key : Number.NaN;
  return { kind: op === "training" ? "bytes" : "count", value };
}
