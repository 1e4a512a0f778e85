"use client";

import { LEVELS_OF_PRACTICE } from "./levels";
import { newSeed } from "./new-seed";
import styles from "./Next.module.css";
import type { ProblemAddress, ProblemScene } from "./types";

export interface NextProps {
  readonly scene: ProblemScene;
  readonly isDone: boolean;
  readonly go: (address: ProblemAddress) => void;
}

/** Where to go from a problem: another like it, a harder one, the same numbers backward. */
export function Next({ scene, isDone, go }: NextProps) {
  const { address, backward } = scene;
  const { ask: _, ...forward } = address;
  const another = (level: number) => go({ ...forward, seed: newSeed(), level });
  const harder = LEVELS_OF_PRACTICE.find((level) => level > address.level);
  return (
    <div className={styles.next}>
      <button
        type="button"
        className={isDone ? styles.primary : styles.button}
        onClick={() => another(address.level)}
      >
        Another like this
      </button>
      {harder ? (
        <button type="button" className={styles.button} onClick={() => another(harder)}>
          Harder
        </button>
      ) : null}
      {backward.length > 0 ? (
        <p className={styles.backward}>
          Same numbers, backward:{" "}
          {backward.map(({ ask, label }) => (
            <button
              key={ask}
              type="button"
              className={styles.small}
              onClick={() => go({ ...forward, ask })}
            >
              {label}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}
