import {
  type CardSettings,
  type Quiz,
  type QuizKind,
  type Review,
  lastToUndo,
  standingReviews,
  undoLast,
} from "@/lib/progress";
import { newId } from "../../progress/new-id";
import { addEntries, current, updateStudy } from "../../progress/store";

/** Records that a card was asked. */
export function recordReview(review: Omit<Review, "id" | "at">): Promise<void> {
  return addEntries({ reviews: [{ ...review, id: newId(), at: Date.now() }] });
}

/** Takes the reader's last review of today back, and says which it was; nothing where there is none. */
export async function undoReview(): Promise<Review | undefined> {
  const log = current().reviews;
  const made = { id: newId(), at: Date.now() };
  const last = lastToUndo(log, made.at);
  const undo = undoLast(log, made);
  if (undo) await addEntries({ reviews: [undo] });
  return last;
}

/** How often a card was asked by now. */
export function timesAsked(card: number): number {
  return standingReviews(current().reviews).filter((review) => review.card === card).length;
}

/** Changes the settings. */
export function setSettings(change: (settings: CardSettings) => CardSettings): Promise<void> {
  return updateStudy((study) => ({
    ...study,
    settings: { ...change(study.settings), changedAt: Date.now() },
  }));
}

/** Begins a quiz in place of the one before it. */
export function beginQuiz(quiz: Quiz): Promise<void> {
  return updateStudy((study) => ({ ...study, quizzes: { ...study.quizzes, [quiz.kind]: quiz } }));
}

/** Changes a quiz, unless another tab has gone on from it already. */
export function changeQuiz(from: Quiz, change: (quiz: Quiz) => Quiz): Promise<void> {
  return updateStudy((study) => {
    const kept = study.quizzes[from.kind];
    const isSame = kept?.id === from.id && kept.answers.length === from.answers.length;
    return isSame ? { ...study, quizzes: { ...study.quizzes, [from.kind]: change(kept) } } : study;
  });
}

/** Puts a quiz away. */
export function leaveQuiz(kind: QuizKind): Promise<void> {
  return updateStudy((study) => {
    const others = Object.entries(study.quizzes).filter(([name]) => name !== kind);
    return { ...study, quizzes: Object.fromEntries(others) };
  });
}
