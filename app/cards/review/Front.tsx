"use client";

import { lazy, Suspense, useState } from "react";
import { HOW_TO_REVIEW } from "@/content/cards-pages";
import type { Rating, Way } from "@/lib/progress";
import { type Answered, ratingFor } from "@/lib/progress/cards";
import { Html } from "../../components/Html";
import { type CardChoice, Choices } from "../ask/Choices";
import { secondsSince } from "../ask/seconds-since";
import { useKeys } from "../ask/use-keys";
import type { RenderedCard } from "../rendered-card";
import styles from "./Review.module.css";

const Computed = lazy(() => import("../ask/Computed"));

export interface FrontProps {
  readonly card: RenderedCard;
  readonly start: { readonly at: number; readonly seed: string; readonly level: number };
  readonly isAnswered: boolean;
  /** The rating that the answer has earned. */
  readonly onAnswer: (earned: Rating) => void;
}

/** The question alone: one answers it for oneself, then turns the card. */
export function AskedFromMemory({ card, isAnswered, onAnswer }: FrontProps) {
  const flip = isAnswered ? undefined : () => onAnswer("good");
  useKeys({ " ": flip, enter: flip });
  return (
    <div className={styles.card}>
      <Html as="p" className={styles.question} text={card.question} />
      {flip ? (
        <div className={styles.rate}>
          <button type="button" className={styles.flip} onClick={flip}>
            Show the answer <kbd aria-hidden="true">Space</kbd>
          </button>
          <Hint way="recall" />
        </div>
      ) : null}
    </div>
  );
}

/** The question with four to choose from. */
export function AskedByChoice({ card, start, isAnswered, onAnswer }: FrontProps) {
  const [chosen, choose] = useState<number>();
  function chooseOne({ isRight }: CardChoice, place: number) {
    choose(place);
    const seconds = secondsSince(start.at);
    onAnswer(ratingFor({ right: isRight, way: "choice", help: 0, seconds }));
  }
  return (
    <div className={styles.card}>
      <Html as="p" className={styles.question} text={card.question} />
      <Choices card={card} seed={start.seed} chosen={chosen} onChoose={chooseOne} />
      {isAnswered ? null : <Hint way="choice" />}
    </div>
  );
}

type Tried = Pick<Answered, "right" | "help"> | undefined;

/** Numbers of its own, to be worked out. */
export function AskedByNumbers({
  start,
  isAnswered,
  onAnswer,
  exercise,
}: FrontProps & { readonly exercise: { readonly id: string; readonly version: number } }) {
  function answer(tried: Tried) {
    const seconds = secondsSince(start.at);
    const { right = false, help = 0 } = tried ?? {};
    onAnswer(ratingFor({ right, way: "computed", help, seconds }));
  }
  const onward = (tried: Tried) =>
    isAnswered ? null : <AfterComputing tried={tried} onGoOn={() => answer(tried)} />;
  return (
    <Suspense fallback={<p aria-busy="true">Drawing the numbers …</p>}>
      <Computed
        problem={{ exercise: exercise.id, version: exercise.version, level: start.level }}
        seed={start.seed}
        renderOnward={onward}
      />
    </Suspense>
  );
}

interface AfterComputingProps {
  readonly tried: Tried;
  readonly onGoOn: () => void;
}

/** Where one goes on from a computation: to the rating that it earned, or to giving it up. */
function AfterComputing({ tried, onGoOn }: AfterComputingProps) {
  const isRight = tried?.right === true;
  return (
    <button type="button" className={isRight ? styles.flip : styles.quiet} onClick={onGoOn}>
      {isRight ? "Rate it and go on" : "Leave it, and show the card"}
    </button>
  );
}

/** What fingers and keys do, each where there are such. */
export function Hint({ way }: { readonly way: Way }) {
  return (
    <p className={styles.hint}>
      <span className={styles.touch}>{HOW_TO_REVIEW.touch}</span>
      <span className={styles.typed}>{HOW_TO_REVIEW.keys[way]}</span>
    </p>
  );
}
