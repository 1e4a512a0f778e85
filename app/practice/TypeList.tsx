import Link from "next/link";
import { type Exercise, exerciseOf } from "@/lib/exercises";
import { BEGINNINGS } from "@/content/practice";
import { TypeMastery } from "../progress/TypeMastery";
import { TopicFold } from "./TopicFold";
import styles from "./TypeList.module.css";

/** A few types to begin with, each with what one does in it. */
export function Beginnings() {
  return (
    <section className={styles.beginnings} aria-labelledby="beginnings">
      <h2 id="beginnings" className={styles.heading}>
        Good ones to begin with
      </h2>
      <div className={styles.cards}>
        {BEGINNINGS.map(({ type, words }) => (
          <article key={type} className={styles.card}>
            <h3 className={styles.title}>
              <Link prefetch={false} href={`/practice/${type}`}>
                {exerciseOf(type).title}
              </Link>
            </h3>
            <p>{words}</p>
          </article>
        ))}
      </div>
    </section>
  );
}

interface TopicTypesProps {
  readonly topic: string;
  readonly title: string;
  readonly types: readonly Exercise[];
}

/** The types of one topic, in the order of learning, each with how well it is known. */
export function TopicTypes({ topic, title, types }: TopicTypesProps) {
  return (
    <section id={topic} className={styles.topic} aria-label={title}>
      <TopicFold topic={topic} title={title} count={types.length}>
        <ul className={styles.rows}>
          {types.map(({ id, title: name, cards }) => (
            <li key={id} className={styles.row}>
              <Link prefetch={false} href={`/practice/${id}`}>
                {name}
              </Link>
              {cards ? <span className={styles.number}>card {cards.join(", ")}</span> : null}
              <TypeMastery id={id} />
            </li>
          ))}
        </ul>
      </TopicFold>
    </section>
  );
}
