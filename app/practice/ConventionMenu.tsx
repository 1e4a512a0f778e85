"use client";

import { useId } from "react";
import { CONVENTION_WORDS } from "@/content/practice";
import type { Conventions } from "@/lib/question";
import { writeConventions } from "./address";
import type { ConventionName } from "./conventions";
import styles from "./ConventionMenu.module.css";

export interface ConventionMenuProps {
  readonly conventions: Conventions;
  readonly onChoose: (name: ConventionName, value: string) => void;
}

const NAMES = ["operation", "rounding", "padding", "layout", "macs", "units"] as const;

/** What the reader's course means by its words; an answer that is right under it counts as right. */
export function ConventionMenu({ conventions, onChoose }: ConventionMenuProps) {
  const id = useId();
  const isDefault = writeConventions(conventions) === "";
  return (
    <details className={styles.menu}>
      <summary className={styles.summary}>
        <span className={styles.long}>Conventions: </span>
        {isDefault ? "PyTorch" : "my own"}
      </summary>
      <div className={styles.body}>
        <p className={styles.words}>
          Choose what your course uses. It is remembered in this browser, new problems follow it,
          and an answer that is right under it counts as right.
        </p>
        {NAMES.map((name) => (
          <div key={name} className={styles.choice}>
            <label htmlFor={`${id}-${name}`}>{CONVENTION_WORDS[name].title}</label>
            <select
              id={`${id}-${name}`}
              className={styles.select}
              value={conventions[name]}
              onChange={(event) => onChoose(name, event.target.value)}
            >
              {Object.entries(CONVENTION_WORDS[name].choices).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  );
}
