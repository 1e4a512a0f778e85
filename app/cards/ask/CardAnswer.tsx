"use client";

import Link from "next/link";
import { Html } from "../../components/Html";
import { DeckRemark } from "../DeckRemark";
import type { RenderedCard } from "../rendered-card";
import styles from "./CardAnswer.module.css";

export interface CardAnswerProps {
  readonly card: RenderedCard;
  /** Whether the answer itself stands somewhere above already. */
  readonly isKnown?: boolean;
}

/** What stands on the back of a card: the answer, why it is so, and what the printed deck makes of it. */
export function CardAnswer({ card, isKnown = false }: CardAnswerProps) {
  return (
    <div className={styles.back}>
      {isKnown ? null : <Html as="p" className={styles.answer} text={card.answer} />}
      <Html className={`prose ${styles.reason}`} text={card.reason} />
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
  );
}
