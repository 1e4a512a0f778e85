"use client";

import { MasteryBar } from "./MasteryBar";
import styles from "./TypeMastery.module.css";
import { useMasteries } from "./use-progress";

/** How well the reader knows one type of exercise; nothing where it was never tried. */
export function TypeMastery({ id }: { readonly id: string }) {
  const mastery = useMasteries().get(id);
  return <div className={styles.mastery}>{mastery ? <MasteryBar mastery={mastery} /> : null}</div>;
}
