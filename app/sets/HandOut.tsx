"use client";

import styles from "./HandOut.module.css";
import { RosterPart } from "./Roster";
import { Secret } from "./Secret";
import { SetFiles } from "./SetFiles";
import type { useSet } from "./use-set";

export interface HandOutProps {
  readonly state: ReturnType<typeof useSet>;
  /** The roster is another. */
  readonly onRoster: () => void;
}

/** Who gets a sheet, the secret behind them, and their forms. */
export function HandOut({ state, onRoster }: HandOutProps) {
  const { set, whole, change, roster, setRoster, key, keepKey } = state;
  return (
    <section aria-labelledby="hand-out" className={styles.section}>
      <h2 id="hand-out" className={styles.title}>
        Hand out
      </h2>
      <div className={styles.parts}>
        <RosterPart
          set={set}
          roster={roster}
          onChange={change}
          onRoster={(next) => {
            setRoster(next);
            onRoster();
          }}
        />
        <Secret set={set} keyText={key} onKey={keepKey} />
        <SetFiles set={set} whole={whole} />
      </div>
    </section>
  );
}
