import { counted } from "../page";
import type { QuestionReport, SetReport } from "./report";

/** A sentence about a set that was checked; `isNoted` where an instructor should look at it. */
export interface CheckSentence {
  readonly words: string;
  readonly isNoted: boolean;
}

/**
 * What was checked of a set in sentences: the keys, that problems differ, their difficulty, the mistakes told apart.
 * What is as it should be is said once; what is not, question by question.
 */
export function checkSentences(report: SetReport): CheckSentence[] {
  const { questions, band } = report;
  const percent = `${Math.round(100 * band)} %`;
  return [
    { words: provedWords(report), isNoted: provedOnce(report) > 0 },
    ...told(questions, repeated, "No two students have the same problem where each has their own."),
    ...told(
      questions,
      (one) => outsideWords(one, percent),
      `The difficulty of every problem lies within ${percent} of what is typical of its type and level.`,
    ),
    ...told(questions, untold, mistakeWords(questions)),
  ];
}

/** How the keys were proved. @example provedWords(report) // "Every one of 60 keys was worked out by two algorithms, which agree." */
export function provedWords(report: SetReport): string {
  const once = provedOnce(report);
  const drawn = report.questions.reduce((sum, one) => sum + one.drawn, 0);
  return once === 0
    ? `Every one of ${counted(drawn, "key")} was worked out by two algorithms, which agree.`
    : `Of ${counted(drawn, "key")}, ${drawn - once} were worked out by two algorithms, which agree; for ${once} no second one is known.`;
}

function provedOnce({ questions }: SetReport): number {
  return questions.reduce((sum, { proofs }) => sum + (proofs.get("once") ?? 0), 0);
}

/** What is to be said of single questions, or the sentence that holds for all. */
function told(
  questions: readonly QuestionReport[],
  of: (question: QuestionReport) => string | undefined,
  otherwise: string,
): CheckSentence[] {
  const sentences = questions.flatMap((question) => {
    const words = of(question);
    const name = `Question ${question.slot.index + 1}`;
    return words === undefined ? [] : [{ words: `${name} ${words}`, isNoted: true }];
  });
  return sentences.length > 0 ? sentences : [{ words: otherwise, isNoted: false }];
}

function repeated({ slot, drawn, distinct }: QuestionReport): string | undefined {
  if (slot.isShared || distinct === drawn) return undefined;
  return `has ${counted(distinct, "different problem")} for ${counted(drawn, "student")}.`;
}

function outsideWords({ outside, drawn }: QuestionReport, percent: string): string | undefined {
  if (outside === 0) return undefined;
  return `has ${outside} of ${counted(drawn, "problem")} harder or easier than typical by more than ${percent}; closer ones ran out.`;
}

function untold({ mistakes }: QuestionReport): string | undefined {
  return mistakes === 0 ? "has a problem of which no wrong answer is predicted." : undefined;
}

function mistakeWords(questions: readonly QuestionReport[]): string {
  const fewest = Math.min(...questions.map(({ mistakes }) => mistakes));
  return `Every problem tells apart at least ${counted(fewest, "mistake")}.`;
}
