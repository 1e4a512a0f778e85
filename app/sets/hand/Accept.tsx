"use client";

import { useId } from "react";
import { ACCEPT_WORDS } from "@/content/by-hand";
import { ConventionFields } from "../ConventionFields";
import { type Entry, entryOf } from "../data";
import styles from "./Hand.module.css";

export interface AcceptProps {
  /** A list of conventions under which an answer is right too. */
  readonly accepted: unknown;
  readonly onChange: (accepted: readonly Entry[]) => void;
}

/** What else is counted right: the answer under other conventions. */
export function Accept({ accepted, onChange }: AcceptProps) {
  const id = useId();
  const all: readonly Entry[] = Array.isArray(accepted) ? accepted.map(entryOf) : [];
  return (
    <section className={styles.accept} aria-labelledby={id}>
      <p id={id} className={styles.title}>
        {ACCEPT_WORDS.title}
      </p>
      {all.length === 0 ? <p className={styles.soft}>{ACCEPT_WORDS.none}</p> : null}
      {all.map((one, at) => (
        <fieldset key={at} className={styles.one}>
          <legend className="visually-hidden">{`Other conventions, ${at + 1}`}</legend>
          <ConventionFields
            chosen={one}
            usual={ACCEPT_WORDS.usual}
            without="layout"
            onChange={(next) => onChange(all.with(at, next))}
          />
          <button
            type="button"
            className={styles.link}
            aria-label={`Accept them no more, ${at + 1}`}
            onClick={() => onChange(all.toSpliced(at, 1))}
          >
            Accept them no more
          </button>
        </fieldset>
      ))}
      <button type="button" className={styles.link} onClick={() => onChange([...all, {}])}>
        {ACCEPT_WORDS.add}
      </button>
    </section>
  );
}
