import type { Metadata } from "next";
import { PAGES, TOPICS } from "@/content";
import { CardLinks } from "../components/CardLinks";
import { PageHead } from "../components/PageHead";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Learn",
  description: "Worked problems and short lessons on the arithmetic of convolutional layers.",
};

export default function LearnPage() {
  return (
    <>
      <PageHead title="Learn">
        Worked problems and short lessons. Each can be stepped through, questioned cell by cell, and
        tried again with your own numbers.
      </PageHead>
      {TOPICS.map((topic) => (
        <section key={topic} className={styles.topic} aria-label={topic}>
          <h2 className={styles.heading}>{topic}</h2>
          <CardLinks pages={PAGES.filter((page) => page.topic === topic)} />
        </section>
      ))}
    </>
  );
}
