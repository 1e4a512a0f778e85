"use client";

import Link from "next/link";
import { CARDS_HEAD } from "@/content/cards-pages";
import { countOf, queueOf } from "@/lib/progress/cards";
import { Choice } from "../../components/Choice";
import type { CardCatalogue } from "../desk/catalogue";
import type { useDesk } from "../desk/use-desk";
import { useTopic } from "../desk/use-topic";
import styles from "./Door.module.css";

export interface TodayProps {
  readonly desk: ReturnType<typeof useDesk>;
  readonly catalogue: CardCatalogue;
}

/** What waits today, and the three ways on: the review, a quiz, the exam. */
export function Today({ desk, catalogue }: TodayProps) {
  const [topic, choose] = useTopic(catalogue);
  const topics = [...new Set(catalogue.map((card) => card.topic))];
  const deck = desk.deck.filter((card) => topic === "" || card.topic === topic);
  const queue = queueOf({ ...desk.desk, deck });
  const count = countOf(queue);
  return (
    <section aria-labelledby="today" className={styles.today}>
      <div className={styles.main}>
        <h2 id="today" className={styles.label}>
          Today
        </h2>
        <p className={styles.count}>
          {desk.ready ? (
            <>
              <b>{count}</b> {count === 1 ? "card" : "cards"}
            </>
          ) : (
            "Reading what this browser keeps …"
          )}
        </p>
        <p className={styles.parts}>
          {queue.due.length} due · {queue.learning.length + queue.later.length} in first steps ·{" "}
          {queue.fresh.length} new
        </p>
        <div className={styles.start}>
          <Link prefetch={false} href="/cards/review" className={styles.primary}>
            {CARDS_HEAD.review}
          </Link>
          <div className={styles.topic}>
            <Choice
              title="Topic"
              value={topic}
              choices={[["", "all topics"], ...topics.map((one) => [one, one] as const)]}
              onChange={choose}
            />
          </div>
        </div>
      </div>
      <div className={styles.ways}>
        <Link prefetch={false} href="/cards/quiz" className={styles.way}>
          <b>{CARDS_HEAD.quiz}</b>
          <span>{quizWords(desk.quizzes.mock)}</span>
        </Link>
        <Link prefetch={false} href="/cards/exam" className={styles.way}>
          <b>{desk.exam ? CARDS_HEAD.exam : "My exam is on …"}</b>
          <span>{desk.exam ? examWords(desk.exam.at) : "five questions, then a plan by day"}</span>
        </Link>
      </div>
    </section>
  );
}

function quizWords(quiz: TodayProps["desk"]["quizzes"]["mock"]): string {
  if (!quiz) return "20 questions, most on what is weak";
  if (quiz.done) return "see the report, or take another";
  return `go on: question ${quiz.answers.length + 1} of ${quiz.questions.length}`;
}

function examWords(at: number): string {
  const when = new Date(at).toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${when}: see the plan`;
}
