import { type Check, checkAnswer } from "@/lib/answer/check";
import { type Variant, isOwnQuestion } from "@/lib/exercises";
import type { Conventions } from "@/lib/question";
import { coordinatesOf, sizeOf } from "@/lib/tensor";
import type { AnswerSpec, CellMark, Outcome, ProblemAddress, Typed } from "../types";
import { answerSpec } from "./answer-spec";
import { diagnosesOf } from "./diagnoses";
import { markOwn } from "./mark-own";
import { nestedCells } from "./nested-cells";
import { variantOfAddress } from "./variant-of-address";

/** What is said of an answer; one that is right under the reader's own conventions is right. */
export function markAnswer(
  address: ProblemAddress,
  typed: Typed,
  reader: Conventions,
): Outcome & { readonly mistakes: readonly string[] } {
  const variant = variantOfAddress(address);
  const spec = answerSpec(variant);
  const { question, ask } = variant;
  if (isOwnQuestion(question)) return { ...markOwn(question, spec, typed), mistakes: [] };
  const answer = spec.kind === "grid" ? nestedCells(typed) : (typed.cells[0] ?? "");
  const options = { isLayoutFixed: question.conventions.layout !== "nchw" };
  const check = checkAnswer(question, ask, answer, options);
  const theirs = check.verdict === "incorrect" ? underTheirs(variant, answer, reader) : undefined;
  if (theirs)
    return {
      ...outcomeOf(theirs, spec, typed, []),
      convention: theirsIsRight(check),
      mistakes: [],
    };
  const diagnoses = diagnosesOf(variant, check);
  return {
    ...outcomeOf(check, spec, typed, diagnoses),
    ...(check.convention ? { convention: `Your answer would be ${check.convention}.` } : {}),
    mistakes: diagnoses.flat().map(({ mistake }) => mistake),
  };
}

function theirsIsRight({ convention }: Check): string {
  return convention
    ? `Under this problem’s own conventions it would not be: it is ${convention}.`
    : "It is right under your conventions, not under those of the problem’s link.";
}

/** The check under the reader's conventions, where they differ and it comes out right. */
function underTheirs(
  { question, ask }: Variant,
  answer: unknown,
  reader: Conventions,
): Check | undefined {
  if (isOwnQuestion(question)) return undefined;
  const conventions = { ...reader, layout: question.conventions.layout };
  if (JSON.stringify(conventions) === JSON.stringify(question.conventions)) return undefined;
  const check = checkAnswer({ ...question, conventions }, ask, answer);
  return check.verdict === "correct" ? check : undefined;
}

function outcomeOf(
  check: Check,
  spec: AnswerSpec,
  typed: Typed,
  diagnoses: Outcome["diagnoses"],
): Outcome {
  const marks = marksOf(check, spec, typed);
  return {
    verdict: check.verdict,
    score: check.score,
    marks,
    says: saysOf(check, spec, typed, marks),
    diagnoses,
  };
}

function marksOf(check: Check, spec: AnswerSpec, { shape, cells }: Typed): readonly CellMark[] {
  if (spec.kind !== "grid" || shape.join() !== spec.shape.join()) return [];
  const found = new Map(check.cells.map(({ at, verdict }) => [at.join(), verdict]));
  if (check.verdict === "invalid") {
    return cells.map((_, offset) =>
      found.has(coordinatesOf(shape, offset).join()) ? "unreadable" : "blank",
    );
  }
  return cells.map((_, offset) => {
    const verdict = found.get(coordinatesOf(shape, offset).join()) ?? "correct";
    return verdict === "invalid" ? "unreadable" : verdict;
  });
}

function saysOf(
  check: Check,
  spec: AnswerSpec,
  { shape }: Typed,
  marks: readonly CellMark[],
): string {
  if (check.verdict === "invalid") {
    return `${check.unreadable?.message ?? "This could not be read."} Nothing was marked.`;
  }
  if (check.verdict === "correct") {
    return spec.kind === "grid" && sizeOf(shape) > 1
      ? `All ${sizeOf(shape)} cells are right.`
      : "That is right.";
  }
  if (spec.kind !== "grid") return "That is not it.";
  if (marks.length === 0) return `The answer is not ${shape.slice(-2).join("×")}.`;
  const right = marks.filter((mark) => mark === "correct").length;
  const blank = marks.filter((mark) => mark === "blank").length;
  const left = blank === 0 ? "" : `, ${blank} ${blank === 1 ? "is" : "are"} blank`;
  return `${right} of ${marks.length} cells are right${left}.`;
}
