"use client";

import { useState } from "react";
import { EXAM_WORDS, NO_DECK_WORDS, QUIZ_WORDS } from "@/content/cards-pages";
import { drawQuiz, planFor, reportOf } from "@/lib/progress/cards";
import { PageHead } from "../../components/PageHead";
import { newId } from "../../progress/new-id";
import { Trouble } from "../../progress/Trouble";
import type { CardCatalogue } from "../desk/catalogue";
import { beginQuiz } from "../desk/record";
import { useDeck } from "../desk/use-deck";
import { useDesk } from "../desk/use-desk";
import { Topics } from "../quiz/QuizReportView";
import { QuizRun } from "../quiz/QuizRun";
import { ToCards } from "../desk/ToCards";
import styles from "./Exam.module.css";
import { ExamDate } from "./ExamDate";
import { PlanTable } from "./PlanTable";

/** The exam: when it is, where one stands, and a plan for the time that is left. */
export function ExamView({ catalogue }: { readonly catalogue: CardCatalogue }) {
  const desk = useDesk(catalogue);
  const { cards, hasFailed } = useDeck();
  const [hasActed, setActed] = useState(false);
  const { ready, exam, quizzes, states, deck, now } = desk;
  const { standing } = quizzes;

  function begin() {
    setActed(true);
    const start = { id: newId().slice(0, 8), kind: "standing", startedAt: Date.now() } as const;
    void beginQuiz(drawQuiz(start, desk.quizDeck(), states));
  }

  if (hasFailed)
    return (
      <PageHead over={<ToCards />} title={EXAM_WORDS.title}>
        {NO_DECK_WORDS}
      </PageHead>
    );
  if (!ready || cards === null) {
    return (
      <PageHead over={<ToCards />} title={EXAM_WORDS.title}>
        <p aria-busy="true">Looking for your plan …</p>
      </PageHead>
    );
  }
  if (standing && !standing.done) {
    return (
      <>
        <Trouble />
        <QuizRun quiz={standing} deck={cards} isArrival={hasActed} onAct={() => setActed(true)} />
      </>
    );
  }
  return (
    <>
      <PageHead over={<ToCards />} title={EXAM_WORDS.title}>
        {EXAM_WORDS.lead}
      </PageHead>
      <Trouble />
      <ExamDate exam={exam} now={now} />
      <section aria-labelledby="stand" className={styles.stand}>
        <h2 id="stand" className={styles.heading}>
          {QUIZ_WORDS.standing.title}
        </h2>
        {standing ? <Topics report={reportOf(standing, catalogue)} /> : null}
        <p className={styles.words}>{QUIZ_WORDS.standing.lead}</p>
        <button type="button" className={standing ? styles.quiet : styles.primary} onClick={begin}>
          {standing ? "Five other questions" : "Answer five questions"}
        </button>
      </section>
      {exam ? (
        <section aria-labelledby="plan">
          <h2 id="plan" className={styles.heading}>
            The plan
          </h2>
          <PlanTable
            plan={planFor(deck, states, exam, now)}
            exam={exam}
            titleOf={(number) => cards.get(number)?.title ?? ""}
          />
        </section>
      ) : null}
    </>
  );
}
