import type { Metadata } from "next";
import { EXERCISES, TOPICS } from "@/lib/exercises";
import { PageHead } from "../components/PageHead";
import { PracticeDoors } from "../progress/PracticeDoors";
import styles from "./page.module.css";
import { Beginnings, TopicTypes } from "./TypeList";

export const metadata: Metadata = {
  title: "Practise",
  description:
    "Random exercises on the arithmetic of convolutional networks: every answer is marked cell by cell, and the slip behind a wrong one is found.",
};

const topics = Object.entries(TOPICS).flatMap(([topic, title]) => {
  const types = EXERCISES.filter((exercise) => exercise.topic === topic);
  return types.length === 0 ? [] : [{ topic, title, types }];
});

export default function PracticePage() {
  return (
    <>
      <PageHead title="Practise">
        Exercises without end. Every answer is marked cell by cell, and where it is wrong, the slip
        that gives your numbers is found by running it.
      </PageHead>
      <PracticeDoors />
      <Beginnings />
      <nav aria-label="Topics" className={styles.topics}>
        {topics.map(({ topic, title, types }) => (
          <a key={topic} href={`#${topic}`}>
            {title} <span>{types.length}</span>
          </a>
        ))}
      </nav>
      <div className={styles.list}>
        {topics.map(({ topic, title, types }) => (
          <TopicTypes key={topic} topic={topic} title={title} types={types} />
        ))}
      </div>
    </>
  );
}
