"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { SESSION_SIZE } from "@/lib/progress";
import { useArrival } from "../components/focus-head";
import { PageHead } from "../components/PageHead";
import styles from "./SessionStart.module.css";
import { Trouble } from "./Trouble";

const SIZES = [
  { size: 4, minutes: "about 10 min" },
  { size: SESSION_SIZE, minutes: "about 20 min" },
  { size: 12, minutes: "about 30 min" },
] as const;

export interface SessionStartProps {
  readonly onBegin: (size: number) => void;
  /** Whether the reader came here from a session. */
  readonly isArrival: boolean;
}

/** Before a session: how long it is to be. */
export function SessionStart({ onBegin, isArrival }: SessionStartProps) {
  useArrival(isArrival);
  const [chosen, choose] = useState<number>(SESSION_SIZE);
  function submit(event: FormEvent) {
    event.preventDefault();
    onBegin(chosen);
  }
  return (
    <>
      <PageHead title="A practice session">
        Problems of mixed types, never two of a kind in a row. What you know less well and the
        mistakes that you make come up more often, and the level rises with you.
      </PageHead>
      <Trouble />
      <form className={styles.form} onSubmit={submit}>
        <fieldset className={styles.sizes}>
          <legend className={styles.legend}>How long?</legend>
          {SIZES.map(({ size, minutes }) => (
            <label key={size} className={styles.size}>
              <input
                type="radio"
                name="size"
                checked={chosen === size}
                onChange={() => choose(size)}
              />
              <span className={styles.count}>{size} problems</span>
              <span className={styles.minutes}>{minutes}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className={styles.begin}>
          Begin
        </button>
      </form>
      <p className={styles.links}>
        <Link href="/practice" prefetch={false}>
          Choose a type yourself
        </Link>
        <Link href="/practice/progress" prefetch={false}>
          Your progress
        </Link>
      </p>
    </>
  );
}
