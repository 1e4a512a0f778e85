"use client";

import { useMemo } from "react";
import { shuffled } from "@/lib/progress/cards";
import { Html } from "../../components/Html";
import type { RenderedCard } from "../rendered-card";
import styles from "./Choices.module.css";
import { useKeys } from "./use-keys";

const LETTERS = ["A", "B", "C", "D"] as const;

/** One of four: the answer, or a claim and why it is wrong. */
export interface CardChoice {
  readonly html: string;
  readonly isRight: boolean;
  readonly because: string | undefined;
}

/** The answer among its three misconceptions, in an order that the seed settles. */
function choicesOf(card: RenderedCard, seed: string): readonly CardChoice[] {
  const all: readonly CardChoice[] = [
    { html: card.answer, isRight: true, because: undefined },
    ...card.misconceptions.map(({ claim, because }) => ({ html: claim, isRight: false, because })),
  ];
  return shuffled(all.length, seed).flatMap((index) => all[index] ?? []);
}

export interface ChoicesProps {
  readonly card: RenderedCard;
  readonly seed: string;
  /** The place of what was chosen, once it is to be shown what is right. */
  readonly chosen?: number | undefined;
  readonly onChoose: (choice: CardChoice, place: number) => void;
}

/** Four to choose from, by pointing or with the keys A to D. */
export function Choices({ card, seed, chosen, onChoose }: ChoicesProps) {
  const choices = useMemo(() => choicesOf(card, seed), [card, seed]);
  const isOpen = chosen === undefined;
  const choose = (place: number) => {
    const choice = choices[place];
    if (choice && isOpen) onChoose(choice, place);
  };
  useKeys(
    isOpen
      ? { a: () => choose(0), b: () => choose(1), c: () => choose(2), d: () => choose(3) }
      : {},
  );
  return (
    <ul className={styles.choices} aria-label="Choose the answer">
      {choices.map((choice, place) => (
        <li key={choice.html}>
          <button
            type="button"
            className={styles.choice}
            data-mark={isOpen ? undefined : markOf(choice, place === chosen)}
            aria-disabled={!isOpen}
            onClick={() => choose(place)}
          >
            <span className={styles.letter} aria-hidden="true">
              {isOpen ? LETTERS[place] : signOf(choice, place === chosen)}
            </span>
            <Html as="span" text={choice.html} />
            {isOpen ? null : (
              <span className="visually-hidden">{heard(choice, place === chosen)}</span>
            )}
          </button>
          {place === chosen && choice.because ? (
            <Html as="p" className={styles.because} text={choice.because} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function markOf({ isRight }: CardChoice, isChosen: boolean): string | undefined {
  if (isRight) return "right";
  return isChosen ? "wrong" : undefined;
}

function signOf({ isRight }: CardChoice, isChosen: boolean): string {
  if (isRight) return "✓";
  return isChosen ? "✕" : "";
}

function heard({ isRight }: CardChoice, isChosen: boolean): string {
  const chosen = isChosen ? ", which you chose" : "";
  return isRight ? `: right${chosen}` : `: wrong${chosen}`;
}
