"use client";

import { useEffect, useRef, useState } from "react";
import type { Exam, Rating, Review, Way } from "@/lib/progress";
import { type CardState, delays, keepsFailing } from "@/lib/progress/cards";
import { useArrival } from "../../components/focus-head";
import { intoSight } from "../../components/into-sight";
import { newId } from "../../progress/new-id";
import { CardAnswer } from "../ask/CardAnswer";
import { RatingKeys } from "../ask/RatingKeys";
import { useWayWanted } from "../ask/use-way-wanted";
import { secondsSince } from "../ask/seconds-since";
import { wayFor } from "../ask/way";
import type { CatalogueCard } from "../desk/catalogue";
import type { RenderedCard } from "../rendered-card";
import { Failing } from "./Failing";
import { AskedByChoice, AskedByNumbers, AskedFromMemory, Hint } from "./Front";
import styles from "./Review.module.css";
import { useSwipe } from "./use-swipe";

export interface ReviewCardProps {
  readonly card: RenderedCard;
  readonly listed: CatalogueCard;
  readonly state: CardState | undefined;
  /** Of the exercise that stands for it. */
  readonly level: number;
  readonly exam: Exam | undefined;
  /** Whether it came after another, so that the focus goes to it. */
  readonly isArrival: boolean;
  readonly onRate: (review: Pick<Review, "rating" | "way" | "seconds">) => void;
}

/** What of the card stands above its back. */
const ABOVE = { recall: "question", choice: "answer", computed: "problem" } as const;

/** An answer, what rating it has earned, and when it was given. */
interface Given {
  readonly earned: Rating;
  readonly at: number;
}

/** One card: its question, in one of the three ways, then its back and the four ratings. */
export function ReviewCard(props: ReviewCardProps) {
  const { card, listed, state, level, exam, isArrival, onRate } = props;
  useArrival(isArrival);
  const [wanted] = useWayWanted();
  const [start] = useState(() => ({ at: Date.now(), seed: newId().slice(0, 8), level }));
  const [given, give] = useState<Given | null>(null);
  const article = useRef<HTMLElement>(null);
  const answerBox = useRef<HTMLDivElement>(null);
  const way = wayFor(listed, state?.ratings.length ?? 0, wanted);
  const isFromMemory = way === "recall";

  // What was chosen stays in sight; the back of another card comes into it.
  const isToBeShown = given !== null && way !== "choice";
  useEffect(() => {
    if (isToBeShown) intoSight(answerBox.current, "nearest");
  }, [isToBeShown]);

  const answer = (earned: Rating) => give({ earned, at: Date.now() });
  const rate = (rating: Rating) => {
    onRate({ rating, way, seconds: secondsSince(start.at) });
  };
  useSwipe(article, (side) => {
    if (given) rate(side === "left" ? "again" : "good");
    else if (isFromMemory) answer("good");
  });

  const front = { card, start, isAnswered: given !== null, onAnswer: answer };
  const back = given ? (
    <>
      <div ref={answerBox} className={styles.back}>
        <Failing card={card} isFailing={keepsFailing(state)} />
        <CardAnswer card={card} above={ABOVE[way]} />
      </div>
      <div className={styles.rate}>
        <RatingKeys
          delays={delays(card.number, state, given.at, exam)}
          earned={given.earned}
          onRate={rate}
        />
        <Hint way={way} />
      </div>
    </>
  ) : null;

  return (
    <article ref={article} className={styles.article} data-way={way}>
      <Head card={card} isNew={state === undefined} />
      <p className="visually-hidden" aria-live="polite">
        {given ? `Answer: ${card.words.answer}` : ""}
      </p>
      <Front way={way} listed={listed} front={front} />
      {back ? <div className={styles.behind}>{back}</div> : null}
    </article>
  );
}

interface FrontProps {
  readonly way: Way;
  readonly listed: CatalogueCard;
  readonly front: Parameters<typeof AskedByChoice>[0];
}

function Front({ way, listed, front }: FrontProps) {
  if (way === "choice") return <AskedByChoice {...front} />;
  if (way === "computed" && listed.exercise) {
    return <AskedByNumbers {...front} exercise={listed.exercise} />;
  }
  return <AskedFromMemory {...front} />;
}

function Head({ card, isNew }: { readonly card: RenderedCard; readonly isNew: boolean }) {
  return (
    <header className={styles.head}>
      <p className={styles.over}>
        {card.topic} · card {card.number}
        {isNew ? <span className={styles.new}>new</span> : null}
      </p>
      <h1 className={styles.title}>{card.title}</h1>
    </header>
  );
}
