import type { Diagnosis } from "@/lib/mistakes";
import type { Question } from "@/lib/question";
import { type Asked, type Key, keyOf } from "./asked";
import { conventionOf } from "./conventions";
import { diagnose } from "./diagnose";
import { type CellVerdict, isCorrect, mark } from "./mark";
import type { Given } from "./quantity";
import type { Expected } from "./read-answer";
import { type AnswerJson, type UnreadableAnswer, readJson } from "./read-json";

/** What can be said of one answer. */
export interface Check {
  readonly verdict: "correct" | "incorrect" | "invalid";
  /** Correct cells ÷ cells; 0 for a wrong shape, and for what cannot be read. */
  readonly score: number;
  /** Every cell that is not correct. */
  readonly cells: readonly (
    | CellVerdict
    | { readonly at: readonly number[]; readonly verdict: "invalid" }
  )[];
  /** The mistakes that explain it, likeliest first. */
  readonly diagnosis: readonly Diagnosis[];
  /** "right if …": the other convention under which it would be right. */
  readonly convention?: string;
  /** The answer as it was read, where it could be. */
  readonly given?: Given;
  /** Where and why reading stopped, where it could not. */
  readonly unreadable?: UnreadableAnswer;
}

export interface CheckOptions {
  /** Whether the question states its layout, so that a shape must be written in it. */
  readonly isLayoutFixed?: boolean;
}

/**
 * An answer checked against its question: the verdict, each cell that is not correct, and what went wrong.
 * What cannot be read, or is empty, is "invalid", never "incorrect".
 *
 * @throws KernelError where the question does not hold together, or has no such thing
 * @example checkAnswer(question, "params", "(3·5·5+1)·10").verdict // "correct"
 */
export function checkAnswer(
  question: Asked,
  ask: string,
  answer: AnswerJson,
  { isLayoutFixed = question.conventions.layout !== "nchw" }: CheckOptions = {},
): Check {
  const key = keyOf(question, ask);
  const reading = readJson(answer, expectedOf(key, question));
  if (reading.kind === "unreadable") return invalid(reading);
  const given = reading.value;
  if (isBlank(given, key)) return invalid(nothingIn(given));
  const marked = mark(key, given, isLayoutFixed);
  if (isCorrect(marked)) return { verdict: "correct", ...marked, diagnosis: [], given };
  const inOtherUnits = () => readInOtherUnits(answer, question);
  const convention = conventionOf({ question, ask, key, given, isLayoutFixed, inOtherUnits });
  return {
    verdict: "incorrect",
    ...marked,
    diagnosis: diagnose(question, ask, given),
    ...(convention === undefined ? {} : { convention }),
    given,
  };
}

/** What is asked, as far as it helps to read an answer. @example expectedOf(key, question) // { kind: "count" } */
export function expectedOf(key: Key, { conventions }: Pick<Question, "conventions">): Expected {
  switch (key.kind) {
    case "tensor":
      return { kind: "tensor", shape: key.tensor.shape };
    case "bytes":
      return { kind: "bytes", units: conventions.units };
    case "count":
    case "shape":
    case "field":
      return { kind: key.kind };
  }
}

function readInOtherUnits(answer: AnswerJson, { conventions }: Asked): Given | undefined {
  const units = conventions.units === "si" ? "iec" : "si";
  const reading = readJson(answer, { kind: "bytes", units });
  return reading.kind === "value" ? reading.value : undefined;
}

function invalid(reading: UnreadableAnswer): Check {
  const cells = reading.cell ? [{ at: reading.cell, verdict: "invalid" as const }] : [];
  return { verdict: "invalid", score: 0, cells, diagnosis: [], unreadable: reading };
}

/** Of lists without a number only (), the shape of a scalar, and an empty tensor say something. */
function isBlank({ cells }: Given, key: Key): boolean {
  const maySayNothing =
    key.kind === "shape" || (key.kind === "tensor" && key.tensor.data.length === 0);
  return cells.length === 0 ? !maySayNothing : cells.every((cell) => cell === null);
}

function nothingIn(given: Given): UnreadableAnswer {
  const message = given.cells.length <= 1 ? "Nothing is written yet." : "Every cell is blank.";
  return { kind: "unreadable", code: "EMPTY", at: 0, message };
}
