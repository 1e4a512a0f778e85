import Link from "next/link";
import type { FrequentMistake } from "@/lib/progress";
import { type Catalogue, mistakeWords, skillTitle } from "./catalogue";
import styles from "./MistakeList.module.css";

export interface MistakeListProps {
  readonly catalogue: Catalogue;
  readonly mistakes: readonly Pick<FrequentMistake, "mistake" | "times" | "exercises">[];
}

/** Mistakes by how often they were made, each with the exercises in which one meets it again. */
export function MistakeList({ catalogue, mistakes }: MistakeListProps) {
  return (
    <ul className={styles.list}>
      {mistakes.map(({ mistake, times, exercises }) => (
        <li key={mistake} className={styles.item}>
          <span className={styles.what}>{mistakeWords(catalogue, mistake)}</span>
          <span className={styles.times}>{inWords(times)}</span>
          <span className={styles.where}>
            Practise it in{" "}
            {exercises.slice(0, MOST_LINKS).map((id, index) => (
              <span key={id}>
                {index > 0 ? ", " : null}
                <Link href={`/practice/${id}`} prefetch={false}>
                  {skillTitle(catalogue, id)}
                </Link>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const MOST_LINKS = 3;

function inWords(times: number): string {
  return ["never", "once", "twice"][times] ?? `${times} times`;
}
