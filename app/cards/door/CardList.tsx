"use client";

import Link from "next/link";
import { useId, useState } from "react";
import { type CardStates, retrievability } from "@/lib/progress/cards";
import { TopicFold } from "../../practice/TopicFold";
import { percent } from "../../progress/MasteryBar";
import type { CardCatalogue, CatalogueCard } from "../desk/catalogue";
import { type Deck, useDeck } from "../desk/use-deck";
import styles from "./Door.module.css";

export interface CardListProps {
  readonly catalogue: CardCatalogue;
  readonly states: CardStates;
  readonly now: number;
}

/** All cards by topic, with a search over their titles, questions and answers. */
export function CardList({ catalogue, states, now }: CardListProps) {
  const id = useId();
  const { cards: deck } = useDeck();
  const [wanted, want] = useState("");
  const found = catalogue.filter((card) => isFound(card, deck, wanted));
  const isSearching = wanted.trim() !== "";
  const topics = [...new Set(found.map(({ topic }) => topic))];
  return (
    <>
      <div className={styles.search}>
        <label htmlFor={id}>Search</label>
        <input
          id={id}
          type="search"
          value={wanted}
          placeholder="a word, or a card’s number"
          autoComplete="off"
          onChange={(event) => want(event.target.value)}
        />
        <p role="status" className={styles.found}>
          {isSearching ? `${found.length} of ${catalogue.length}` : ""}
        </p>
      </div>
      {found.length === 0 ? <p className={styles.note}>No card has that in it.</p> : null}
      <div className={styles.topics}>
        {topics.map((topic) => {
          const cards = found.filter((card) => card.topic === topic);
          return (
            <section key={topic} className={styles.group} aria-label={topic}>
              {isSearching ? (
                <h3 className={styles.groupTitle}>{topic}</h3>
              ) : (
                <TopicFold topic={`cards/${topic}`} title={topic} count={cards.length}>
                  <Cards cards={cards} states={states} now={now} />
                </TopicFold>
              )}
              {isSearching ? <Cards cards={cards} states={states} now={now} /> : null}
            </section>
          );
        })}
      </div>
    </>
  );
}

interface CardsProps extends Omit<CardListProps, "catalogue"> {
  readonly cards: readonly CatalogueCard[];
}

function Cards({ cards, states, now }: CardsProps) {
  return (
    <ul className={styles.cards}>
      {cards.map(({ number, title }) => (
        <li key={number}>
          <Link prefetch={false} href={`/cards/${number}`}>
            <span className={styles.number}>{number}</span>
            <span>{title}</span>
          </Link>
          {states.has(number) ? (
            <span className={styles.known} title="how likely you recall it now">
              <span className="visually-hidden">recalled now: </span>
              {percent(retrievability(states.get(number), now))}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Whether every word that was typed stands in the card; a number alone is a card's number. */
function isFound(
  { number, title, topic }: CatalogueCard,
  deck: Deck | null,
  wanted: string,
): boolean {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 1 && words[0] === String(number)) return true;
  const card = deck?.get(number);
  const text = [title, topic, card?.words.question, card?.words.answer].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}
