"use client";

import { useEffect, useRef } from "react";
import { RATING_WORDS } from "@/content/cards-pages";
import { RATINGS, type Rating } from "@/lib/progress";
import { intervalWords } from "@/lib/progress/cards";
import styles from "./RatingKeys.module.css";
import { useKeys } from "./use-keys";

export interface RatingKeysProps {
  /** When each rating would bring the card back, in milliseconds from now. */
  readonly delays: Readonly<Record<Rating, number>>;
  /** The rating that the answer has earned; it takes the focus. */
  readonly earned: Rating;
  readonly onRate: (rating: Rating) => void;
}

/** The four ratings, each with the time until the card would come back. */
export function RatingKeys({ delays, earned, onRate }: RatingKeysProps) {
  const marked = useRef<HTMLButtonElement>(null);
  useEffect(() => marked.current?.focus({ preventScroll: true }), []);
  useKeys(Object.fromEntries(RATINGS.map((rating, at) => [String(at + 1), () => onRate(rating)])));
  return (
    <div className={styles.keys} role="group" aria-label="How well did you know it?">
      {RATINGS.map((rating, at) => (
        <button
          key={rating}
          ref={rating === earned ? marked : undefined}
          type="button"
          className={styles.key}
          data-rating={rating}
          data-earned={rating === earned || undefined}
          title={RATING_WORDS[rating].means}
          onClick={() => onRate(rating)}
        >
          <span className={styles.label}>{RATING_WORDS[rating].label}</span>
          <span className={styles.interval}>
            <span className="visually-hidden">, back in </span>
            {intervalWords(delays[rating])}
          </span>
          <kbd className={styles.digit} aria-hidden="true">
            {at + 1}
          </kbd>
        </button>
      ))}
    </div>
  );
}
