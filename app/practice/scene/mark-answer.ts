import { type Check, checkAnswer } from "@/lib/answer/check";
import {
  type AnyQuestion,
  type Key,
  type Variant,
  isList,
  isOwnQuestion,
  isSpotted,
} from "@/lib/exercises";
import { checkOwn, checkProblem } from "@/lib/exercises/check";
import type { Conventions } from "@/lib/question";
import { KernelError, coordinatesOf, sizeOf } from "@/lib/tensor";
import type { AnswerSpec, CellMark, Marked, Outcome, ProblemAddress, Typed } from "../types";
import { NOT_CHOSEN, answerIn, halfSpotted, isHalfChosen, spotMarks } from "./answer-in";
import { answerSpec } from "./answer-spec";
import { diagnosesOf } from "./diagnoses";
import { variantOfAddress } from "./variant-of-address";

/** What is said of an answer; one that is right under the reader's own conventions is right. */
export function markAnswer(address: ProblemAddress, typed: Typed, reader: Conventions): Marked {
  const variant = variantOfAddress(address);
  const spec = answerSpec(variant);
  const answer = answerIn(spec, typed);
  const check = isHalfChosen(spec, typed) ? NOT_CHOSEN : checkProblem(variant, answer);
  const theirs = check.verdict === "incorrect" ? underTheirs(variant, answer, reader) : undefined;
  if (theirs)
    return {
      ...outcomeOf(variant, theirs, spec, typed),
      convention: theirsIsRight(check),
      mistakes: [],
    };
  const diagnoses = diagnosesOf(variant, check);
  return {
    ...outcomeOf(variant, check, spec, typed),
    ...(isPartOfAll(variant, check) ? MORE : {}),
    diagnoses,
    ...(check.convention ? { convention: `Your answer would be ${check.convention}.` } : {}),
    mistakes: diagnoses.flat().map(({ mistake }) => mistake),
  };
}

/** Whether some of all the right values were named, and nothing else. */
function isPartOfAll({ question }: Variant, { verdict, score }: Check): boolean {
  return question.op === "find" && verdict === "incorrect" && score > 0;
}

const MORE = {
  says: "That is right, but it is not all.",
  advice: "Rounding lets several sizes end in the same output. Name every one",
} as const;

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
  const conventions = { ...reader, layout: question.conventions.layout };
  if (JSON.stringify(conventions) === JSON.stringify(question.conventions)) return undefined;
  try {
    const theirs = withConventions(question, conventions);
    const check = isOwnQuestion(theirs)
      ? checkOwn(theirs, answer)
      : checkAnswer(theirs, ask, answer);
    return check.verdict === "correct" ? check : undefined;
  } catch (error) {
    // Where a window must fit, some problems have no answer at all.
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

/** The same question under other conventions, that of the layer which it is about included. */
function withConventions(question: AnyQuestion, conventions: Conventions): AnyQuestion {
  return question.op === "unshared" || question.op === "spot"
    ? { ...question, conventions, question: { ...question.question, conventions } }
    : { ...question, conventions };
}

/** What a check says, cell by cell. */
export function outcomeOf(
  { key }: Pick<Variant, "key">,
  check: Check,
  spec: AnswerSpec,
  typed: Typed,
): Outcome {
  const isHalf = check.verdict === "incorrect" && typeof key === "object" && isSpotted(key);
  const marks = isHalf ? spotMarks(key, typed) : marksOf(check, spec, typed);
  return {
    verdict: check.verdict,
    score: check.score,
    marks,
    says: sizesMissing(key, check) ?? saysOf(check, spec, typed, marks),
    diagnoses: [],
  };
}

function marksOf(check: Check, spec: AnswerSpec, { shape, cells }: Typed): readonly CellMark[] {
  if (spec.kind === "line") return [check.verdict === "invalid" ? "unreadable" : check.verdict];
  if (spec.kind === "unknowns") {
    const [at = cells.length === 1 ? 0 : undefined] = check.unreadable?.cell ?? [];
    const bad = check.verdict === "invalid" ? at : undefined;
    return cells.map((_, index) => (index === bad ? "unreadable" : ALL_ALIKE[check.verdict]));
  }
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

/** A shape with too few sizes, or too many, lacks an axis: which may be wrong besides is said by nothing yet. */
function sizesMissing(key: Key, { verdict, given }: Check): string | undefined {
  if (verdict !== "incorrect" || !given || typeof key !== "object" || !isList(key))
    return undefined;
  const [asked, found] = [key.length, given.cells.length];
  if (asked === found) return undefined;
  return `That is not it: a shape of ${counted(asked)} is asked for, and yours has ${counted(found)}.`;
}

function counted(sizes: number): string {
  return sizes === 1 ? "one size" : `${sizes} sizes`;
}

/** Several settings may be right together, so none of them is right or wrong by itself. */
const ALL_ALIKE = { correct: "correct", incorrect: "incorrect", invalid: "blank" } as const;

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
      ? `${sizeOf(shape) === 2 ? "Both" : `All ${sizeOf(shape)}`} cells are right.`
      : "That is right.";
  }
  if (check.score === 0.5 && spec.kind === "spot") return halfSpotted(marks);
  if (spec.kind !== "grid") return "That is not it.";
  if (marks.length === 0) return `The answer is not ${shape.slice(-2).join("×")}.`;
  if (marks.length === 1 && marks[0] !== "blank") return "That is not it.";
  const right = marks.filter((mark) => mark === "correct").length;
  const blank = marks.filter((mark) => mark === "blank").length;
  const left = blank === 0 ? "" : `, ${blank} ${blank === 1 ? "is" : "are"} blank`;
  return `${right} of ${marks.length} cells are right${left}.`;
}
