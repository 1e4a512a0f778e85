"use client";

import Link from "next/link";
import { SCORE_WORDS } from "@/content/cards-pages";
import type { Quiz } from "@/lib/progress";
import { type QuizReport, reportOf } from "@/lib/progress/cards";
import { useArrival } from "../../components/focus-head";
import { Fold } from "../../components/Fold";
import { Html } from "../../components/Html";
import { PageHead } from "../../components/PageHead";
import type { Deck } from "../desk/use-deck";
import { ShareTable } from "../desk/ShareTable";
import type { RenderedCard } from "../rendered-card";
import { ToCards } from "../desk/ToCards";
import styles from "./Quiz.module.css";

export interface QuizReportViewProps {
  readonly quiz: Quiz;
  readonly deck: Deck;
  readonly isArrival: boolean;
  readonly onAgain: () => void;
}

/** The end of a quiz: how it went, topic by topic, and what to do next, card by card. */
export function QuizReportView({ quiz, deck, isArrival, onAgain }: QuizReportViewProps) {
  useArrival(isArrival);
  const report = reportOf(quiz, [...deck.values()]);
  const wrong = report.toLearn.flatMap((number) => deck.get(number) ?? []);
  return (
    <div className={styles.report}>
      <PageHead over={<ToCards />} title={`${report.right} of ${report.asked} right`}>
        {saysOf(report)}
      </PageHead>
      <div className={styles.onward}>
        <Link prefetch={false} href="/cards/review" className={styles.next}>
          Review what is due
        </Link>
        <button type="button" className={styles.leave} onClick={onAgain}>
          Another quiz
        </button>
      </div>
      <section aria-labelledby="by-topic">
        <h2 id="by-topic" className={styles.heading}>
          By topic
        </h2>
        <Topics report={report} />
      </section>
      {wrong.length > 0 ? (
        <section aria-labelledby="next">
          <h2 id="next" className={styles.heading}>
            What to do next
          </h2>
          <ol className={styles.todo}>
            {wrong.map((card) => (
              <ToLearn key={card.number} card={card} />
            ))}
          </ol>
        </section>
      ) : null}
      <Right quiz={quiz} deck={deck} />
    </div>
  );
}

function saysOf({ right, asked }: QuizReport): string {
  const share = right / Math.max(1, asked);
  return SCORE_WORDS.find(({ from }) => share >= from)?.says ?? "";
}

/** How each topic went, as bars and as a table. */
export function Topics({ report }: { readonly report: QuizReport }) {
  return (
    <ShareTable
      caption="Right answers by topic, the weakest first"
      columns={["Topic", "Right"]}
      rows={report.topics.map(({ topic, right, asked }) => ({
        name: topic,
        share: right / asked,
        words: `${right} of ${asked}`,
      }))}
    />
  );
}

/** A card that was not answered right: what is true, and where to learn it. */
function ToLearn({ card }: { readonly card: RenderedCard }) {
  const [exercise] = card.exercises;
  return (
    <li className={styles.item}>
      <h3 className={styles.itemTitle}>
        <Link prefetch={false} href={`/cards/${card.number}`}>
          {card.title}
        </Link>
      </h3>
      <Html as="p" className={styles.asked} text={card.question} />
      <Html as="p" className={styles.answer} text={card.answer} />
      <p className={styles.links}>
        <Link prefetch={false} href={`/cards/${card.number}`}>
          {card.lab ? `Card ${card.number} and its lab` : `Card ${card.number}`}
        </Link>
        {card.worked ? (
          <Link prefetch={false} href={`/learn/${card.worked.id}`}>
            Worked through: {card.worked.title}
          </Link>
        ) : null}
        {exercise ? (
          <Link prefetch={false} href={`/practice/${exercise.id}`}>
            Exercise: {exercise.title}
          </Link>
        ) : null}
      </p>
    </li>
  );
}

function Right({ quiz, deck }: Pick<QuizReportViewProps, "quiz" | "deck">) {
  const right = quiz.questions.filter((_, place) => quiz.answers[place]?.right === true);
  if (right.length === 0) return null;
  return (
    <div className={styles.rest}>
      <Fold title="What you had right">
        <ul className={styles.plain}>
          {right.map(({ card }) => (
            <li key={card}>
              <Link prefetch={false} href={`/cards/${card}`}>
                {deck.get(card)?.title ?? `Card ${card}`}
              </Link>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
