"use client";

import styles from "./Beginnings.module.css";

interface Beginning {
  readonly id: string;
  readonly title: string;
  /** What a pointer that rests on it is told. */
  readonly words?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export interface BeginningsProps {
  readonly label: string;
  readonly of: readonly Beginning[];
}

/** What is ready made, to begin with: one press takes it over. */
export function Beginnings({ label, of }: BeginningsProps) {
  return (
    <div className={styles.row} role="group" aria-label={label}>
      {of.map(({ id, title, words, isChosen, onChoose }) => (
        <button key={id} type="button" title={words} aria-pressed={isChosen} onClick={onChoose}>
          {title}
        </button>
      ))}
    </div>
  );
}
