"use client";

import { useState } from "react";
import { NO_DECK_WORDS, QUIZ_WORDS } from "@/content/cards-pages";
import { drawQuiz } from "@/lib/progress/cards";
import { PageHead } from "../../components/PageHead";
import { newId } from "../../progress/new-id";
import { Trouble } from "../../progress/Trouble";
import type { CardCatalogue } from "../desk/catalogue";
import { beginQuiz, leaveQuiz } from "../desk/record";
import { useDeck } from "../desk/use-deck";
import { useDesk } from "../desk/use-desk";
import { QuizReportView } from "./QuizReportView";
import { QuizRun } from "./QuizRun";
import { QuizStart } from "./QuizStart";
import { ToCards } from "../desk/ToCards";

/** The mock quiz: before it, in it, and what it showed. A reload finds it where it was. */
export function QuizView({ catalogue }: { readonly catalogue: CardCatalogue }) {
  const { ready, quizzes, states, quizDeck } = useDesk(catalogue);
  const { cards: deck, hasFailed } = useDeck();
  const [hasActed, setActed] = useState(false);
  const quiz = quizzes.mock;

  function begin(minutes: number | undefined) {
    setActed(true);
    const start = { id: newId().slice(0, 8), kind: "mock", startedAt: Date.now() } as const;
    const timed = minutes === undefined ? start : { ...start, minutes };
    void beginQuiz(drawQuiz(timed, quizDeck(), states));
  }

  if (hasFailed)
    return (
      <PageHead over={<ToCards />} title={QUIZ_WORDS.mock.title}>
        {NO_DECK_WORDS}
      </PageHead>
    );
  if (!ready || deck === null) {
    return (
      <PageHead over={<ToCards />} title={QUIZ_WORDS.mock.title}>
        <p aria-busy="true">Looking for a quiz that you began …</p>
      </PageHead>
    );
  }
  return (
    <>
      <Trouble />
      {!quiz ? (
        <QuizStart isArrival={hasActed} onBegin={begin} />
      ) : quiz.done ? (
        <QuizReportView
          quiz={quiz}
          deck={deck}
          isArrival={hasActed}
          onAgain={() => {
            setActed(true);
            void leaveQuiz("mock");
          }}
        />
      ) : (
        <QuizRun quiz={quiz} deck={deck} isArrival={hasActed} onAct={() => setActed(true)} />
      )}
    </>
  );
}
