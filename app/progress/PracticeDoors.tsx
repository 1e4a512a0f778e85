"use client";

import Link from "next/link";
import styles from "./PracticeDoors.module.css";
import { Trouble } from "./Trouble";
import { useProgress } from "./use-progress";

/** Two ways on from the list of types: a session of mixed problems, and the learner's page. */
export function PracticeDoors() {
  const { session } = useProgress();
  const left = session && !session.done ? session.size - session.problems.length + 1 : 0;
  return (
    <>
      <Trouble />
      <p className={styles.doors}>
        <Link href="/practice/session" prefetch={false} className={styles.session}>
          {left > 0 ? `Go on with your session: ${left} to do` : "Start a mixed session"}
        </Link>
        <Link href="/practice/progress" prefetch={false}>
          Your progress
        </Link>
      </p>
    </>
  );
}
