import type { Metadata } from "next";
import Link from "next/link";
import { EXERCISES, TOPICS } from "@/lib/exercises";
import { PageHead } from "../components/PageHead";
import styles from "./page.module.css";
import { Sets } from "./Sets";

export const metadata: Metadata = {
  title: "Sets",
  description:
    "A quiz on the arithmetic of CNNs in which every student has other numbers: built on a page, every key proved, for paper and for the learning platform.",
};

const types = EXERCISES.map(({ id, title, topic, cards = [] }) => ({ id, title, topic, cards }));
const topics = Object.entries(TOPICS).filter(([topic]) =>
  types.some((type) => type.topic === topic),
);

export default function SetsPage() {
  return (
    <>
      <div className={styles.head}>
        <PageHead title="Problem sets">
          A quiz in which every student has other numbers and every key is proved. Everything is
          made in this browser; names never leave it.
        </PageHead>
        <p className={styles.after}>
          After the exam:{" "}
          <Link prefetch={false} href="/sets/grade">
            grade the answers
          </Link>{" "}
          or{" "}
          <Link prefetch={false} href="/sets/open">
            open a sheet by its code
          </Link>
          .
        </p>
      </div>
      <Sets catalogue={{ types, topics }} />
    </>
  );
}
