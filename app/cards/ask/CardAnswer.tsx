"use client";

import Link from "next/link";
import { lazy, Suspense } from "react";
import { Html } from "../../components/Html";
import { DeckRemark } from "../DeckRemark";
import type { RenderedCard } from "../rendered-card";
import styles from "./CardAnswer.module.css";

const AnswerPicture = lazy(() => import("./AnswerPicture"));

export interface CardAnswerProps {
  readonly card: RenderedCard;
  /** What stands above: the card's question, its answer too, or a problem with other numbers. */
  readonly above: "question" | "answer" | "problem";
}

/** What stands on the back of a card: the answer, why it is so, its picture, and what the printed deck makes of it. */
export function CardAnswer({ card, above }: CardAnswerProps) {
  const { picture } = card;
  return (
    <div className={styles.back} data-picture={picture && (picture.isWide ? "below" : "beside")}>
      <div className={styles.words}>
        {above === "problem" ? (
          <>
            <h2 className={styles.label}>The card itself</h2>
            <Html as="p" className={styles.question} text={card.question} />
          </>
        ) : null}
        {above === "answer" ? null : <Html as="p" className={styles.answer} text={card.answer} />}
        <Html className={`prose ${styles.reason}`} text={card.reason} />
      </div>
      {picture ? (
        <div className={styles.picture}>
          <Suspense fallback={null}>
            <AnswerPicture figure={picture.figure} />
          </Suspense>
        </div>
      ) : null}
      <div className={styles.words}>
        <DeckRemark deck={card.deck} />
        <p className={styles.links}>
          <Link prefetch={false} href={`/cards/${card.number}`}>
            {card.lab ? "The whole card, with its lab" : "The whole card"}
          </Link>
          {card.worked ? (
            <Link prefetch={false} href={`/learn/${card.worked.id}`}>
              Worked through
            </Link>
          ) : null}
        </p>
      </div>
    </div>
  );
}
