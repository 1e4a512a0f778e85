"use client";

import { useEffect } from "react";
import type { Quiz, QuizAnswer, QuizQuestion } from "@/lib/progress";
import { answerQuiz, endQuiz, ratingFor, timeLeft } from "@/lib/progress/cards";
import { changeQuiz, recordReview } from "../desk/record";
import type { Deck } from "../desk/use-deck";
import { useNow } from "../desk/use-now";
import styles from "./Quiz.module.css";
import { QuizQuestionView } from "./QuizQuestionView";

const SECOND = 1000;

export interface QuizRunProps {
  readonly quiz: Quiz;
  readonly deck: Deck;
  readonly isArrival: boolean;
  readonly onAct: () => void;
}

/** A quiz at one of its questions; each answer counts as a review of its card too. */
export function QuizRun({ quiz, deck, isArrival, onAct }: QuizRunProps) {
  const place = quiz.answers.length;
  const question = quiz.questions[place];
  const card = question && deck.get(question.card);

  async function answer({ card: number, way }: QuizQuestion, given: QuizAnswer) {
    onAct();
    const rating = ratingFor({ ...given, way, help: 0 });
    await recordReview({ card: number, way, rating, seconds: given.seconds, quiz: quiz.id });
    await changeQuiz(quiz, (kept) => answerQuiz(kept, given));
  }

  return (
    <article className={styles.run}>
      <QuizBar quiz={quiz} />
      {question && card ? (
        <QuizQuestionView
          key={question.seed}
          question={question}
          card={card}
          isArrival={isArrival}
          onAnswer={(given) => void answer(question, given)}
        />
      ) : null}
      <button
        type="button"
        className={styles.end}
        onClick={() => {
          onAct();
          void changeQuiz(quiz, endQuiz);
        }}
      >
        End the quiz here
      </button>
    </article>
  );
}

/** How far the quiz has come, and how much time is left. */
function QuizBar({ quiz }: { readonly quiz: Quiz }) {
  const now = useNow(SECOND);
  const left = now === 0 ? undefined : timeLeft(quiz, now);
  useEffect(() => {
    if (left === 0) void changeQuiz(quiz, endQuiz);
  }, [left, quiz]);
  const [place, size] = [quiz.answers.length + 1, quiz.questions.length];
  return (
    <div className={styles.bar}>
      <div
        role="progressbar"
        aria-label="Quiz"
        aria-valuemin={1}
        aria-valuemax={size}
        aria-valuenow={place}
        aria-valuetext={`Question ${place} of ${size}`}
        className={styles.track}
      >
        <span className={styles.done} style={{ "--share": (place - 1) / size }} />
      </div>
      <p className={styles.place} aria-hidden="true">
        {place} of {size}
      </p>
      {left === undefined ? null : (
        <p className={styles.clock} data-short={left < 3 * 60 * SECOND || undefined}>
          <span className="visually-hidden">Time left </span>
          <span role="timer">{clockWords(left)}</span>
        </p>
      )}
    </div>
  );
}

/** @example clockWords(65_000) // "1:05" */
function clockWords(left: number): string {
  const seconds = Math.ceil(left / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
