"use client";

import Link from "next/link";
import { useState } from "react";
import { NO_DECK_WORDS, RATING_WORDS } from "@/content/cards-pages";
import { type Review, lastToUndo } from "@/lib/progress";
import { delays, intervalWords, nextCard, queueOf } from "@/lib/progress/cards";
import { PageHead } from "../../components/PageHead";
import { Trouble } from "../../progress/Trouble";
import { useKeys } from "../ask/use-keys";
import type { CardCatalogue } from "../desk/catalogue";
import { recordReview, undoReview } from "../desk/record";
import { useDeck } from "../desk/use-deck";
import { useDesk } from "../desk/use-desk";
import { useTopic } from "../desk/use-topic";
import { ReviewBar } from "./ReviewBar";
import { ReviewCard } from "./ReviewCard";
import { ReviewDone } from "./ReviewDone";
import { ToCards } from "../desk/ToCards";
import styles from "./Review.module.css";
import { useAsked } from "./use-asked";

/** The review: one card after another, until nothing is left for today. */
export function ReviewView({ catalogue }: { readonly catalogue: CardCatalogue }) {
  const desk = useDesk(catalogue);
  const { cards, hasFailed } = useDeck();
  const [topic, chooseTopic] = useTopic(catalogue);
  const [extra, setExtra] = useState(0);
  const [said, say] = useState("");
  const settings = { ...desk.settings, newADay: desk.settings.newADay + extra };
  const filtered = desk.deck.filter((card) => topic === "" || card.topic === topic);
  const queue = queueOf({ ...desk.desk, deck: filtered, settings });
  const isReady = desk.ready && cards !== null;
  const { asked, ask } = useAsked(desk.states, filtered, isReady, () => nextCard(queue, desk.now));
  const card = asked ? cards?.get(asked.card) : undefined;
  const listed = catalogue.find(({ number }) => number === asked?.card);

  async function rate(review: Pick<Review, "rating" | "way" | "seconds">) {
    if (!asked) return;
    const wait = delays(asked.card, desk.states.get(asked.card), Date.now(), desk.exam);
    await recordReview({ card: asked.card, ...review });
    const { label } = RATING_WORDS[review.rating];
    say(`${label}: card ${asked.card} comes back in ${intervalWords(wait[review.rating])}.`);
  }

  async function undo() {
    const undone = await undoReview();
    if (!undone) return;
    ask(undone.card);
    say(`Taken back: ${RATING_WORDS[undone.rating].label.toLowerCase()} on card ${undone.card}.`);
  }

  const canUndo = lastToUndo(desk.log, desk.now) !== undefined;
  useKeys({ u: canUndo ? () => void undo() : undefined });
  return (
    <div className={styles.page} aria-busy={!isReady}>
      <ReviewBar
        queue={queue}
        topics={[...new Set(catalogue.map((one) => one.topic))]}
        topic={topic}
        onTopic={chooseTopic}
        onUndo={canUndo ? () => void undo() : undefined}
      />
      <Trouble />
      {hasFailed ? (
        <PageHead over={<ToCards />} title="Review">
          {NO_DECK_WORDS}
        </PageHead>
      ) : !isReady ? (
        <PageHead over={<ToCards />} title="Review">
          Looking for the cards that are due …
        </PageHead>
      ) : card && listed && asked ? (
        <ReviewCard
          key={`${asked.card}/${asked.times}/${asked.turn}`}
          card={card}
          listed={listed}
          state={desk.states.get(card.number)}
          level={listed.exercise ? desk.levelOf(listed.exercise.id) : 1}
          exam={desk.exam}
          isArrival={asked.turn > 1}
          onRate={(review) => void rate(review)}
        />
      ) : (
        <ReviewDone
          queue={queue}
          isArrival={desk.reviews.length > 0 && said !== ""}
          hasMore={filtered.some(({ number }) => !desk.states.has(number))}
          onMore={() => setExtra(extra + 5)}
        />
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
      <p className={styles.home}>
        <Link prefetch={false} href="/cards">
          All cards
        </Link>
      </p>
    </div>
  );
}
