"use client";

import { lazy, Suspense, useRef, useState } from "react";
import type { QuizAnswer, QuizQuestion } from "@/lib/progress";
import { useArrival } from "../../components/focus-head";
import { Html } from "../../components/Html";
import { Choices } from "../ask/Choices";
import type { ComputedProps } from "../ask/Computed";
import { secondsSince } from "../ask/seconds-since";
import type { RenderedCard } from "../rendered-card";
import styles from "./Quiz.module.css";

const Computed = lazy(() => import("../ask/Computed"));

export interface QuizQuestionViewProps {
  readonly question: QuizQuestion;
  readonly card: RenderedCard;
  readonly isArrival: boolean;
  readonly onAnswer: (answer: QuizAnswer) => void;
}

/** One question of a quiz: a choice of four, or a computation of which the first answer counts. */
export function QuizQuestionView({ question, card, isArrival, onAnswer }: QuizQuestionViewProps) {
  useArrival(isArrival);
  const [start] = useState(() => Date.now());
  const isGone = useRef(false);
  function answered(right: boolean) {
    if (isGone.current) return;
    isGone.current = true;
    onAnswer({ right, seconds: secondsSince(start) });
  }
  const leave = (
    <button type="button" className={styles.leave} onClick={() => answered(false)}>
      I do not know
    </button>
  );
  const onward: ComputedProps["renderOnward"] = (given) =>
    given ? (
      <button
        type="button"
        className={styles.next}
        onClick={() => answered(given.right && given.help === 0)}
      >
        Next question
      </button>
    ) : (
      leave
    );
  return (
    <>
      <header className={styles.head}>
        <p className={styles.over}>{card.topic}</p>
        <h1 className={styles.title}>{card.title}</h1>
      </header>
      {question.problem ? (
        <Suspense fallback={<p aria-busy="true">Drawing the numbers …</p>}>
          <Computed isTest problem={question.problem} seed={question.seed} renderOnward={onward} />
        </Suspense>
      ) : (
        <div className={styles.card}>
          <Html as="p" className={styles.question} text={card.question} />
          <Choices card={card} seed={question.seed} onChoose={({ isRight }) => answered(isRight)} />
          {leave}
        </div>
      )}
    </>
  );
}
