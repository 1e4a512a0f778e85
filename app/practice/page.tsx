import type { Metadata } from "next";
import Link from "next/link";
import { EXERCISES, TOPICS } from "@/lib/exercises";
import { PageHead } from "../components/PageHead";
import cards from "../components/CardLinks.module.css";
import { PracticeDoors } from "../progress/PracticeDoors";
import { TypeMastery } from "../progress/TypeMastery";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Practise",
  description:
    "Random exercises on the arithmetic of convolutional networks: every answer is marked cell by cell, and the slip behind a wrong one is found.",
};

export default function PracticePage() {
  return (
    <>
      <PageHead title="Practise">
        Exercises without end. Every answer is marked cell by cell, and where it is wrong, the slip
        that gives your numbers is found by running it.
      </PageHead>
      <PracticeDoors />
      {Object.entries(TOPICS).map(([topic, title]) => {
        const types = EXERCISES.filter((exercise) => exercise.topic === topic);
        if (types.length === 0) return null;
        return (
          <section key={topic} className={styles.topic} aria-label={title}>
            <h2 className={styles.heading}>{title}</h2>
            <ul className={cards.grid}>
              {types.map((exercise) => (
                <li key={exercise.id} className={cards.card}>
                  <h3 className={cards.title}>
                    <Link prefetch={false} href={`/practice/${exercise.id}`}>
                      {exercise.title}
                    </Link>
                  </h3>
                  {exercise.cards ? (
                    <p className={cards.number}>as on card {exercise.cards.join(" and ")}</p>
                  ) : null}
                  <TypeMastery id={exercise.id} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
