"use client";

import Link from "next/link";
import { FAILING_WORDS } from "@/content/cards-pages";
import type { RenderedCard } from "../rendered-card";
import styles from "./Review.module.css";

export interface FailingProps {
  readonly card: RenderedCard;
  readonly isFailing: boolean;
}

/** Where to go with a card that keeps failing: its worked problem, its lab, an exercise. */
export function Failing({ card, isFailing }: FailingProps) {
  if (!isFailing) return null;
  const [exercise] = card.exercises;
  return (
    <aside className={styles.failing}>
      <p>{FAILING_WORDS}</p>
      <p className={styles.ways}>
        {card.worked ? (
          <Link prefetch={false} href={`/learn/${card.worked.id}`}>
            Worked: {card.worked.title}
          </Link>
        ) : null}
        {card.lab ? (
          <Link prefetch={false} href={`/cards/${card.number}`}>
            Lab: {card.lab.title}
          </Link>
        ) : null}
        {exercise ? (
          <Link prefetch={false} href={`/practice/${exercise.id}`}>
            Exercise: {exercise.title}
          </Link>
        ) : null}
        {!card.worked && !card.lab && !exercise ? (
          <Link prefetch={false} href={`/cards/${card.number}`}>
            The whole card
          </Link>
        ) : null}
      </p>
    </aside>
  );
}
