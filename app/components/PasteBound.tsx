"use client";

import { useEffect, useSyncExternalStore } from "react";
import styles from "./PasteBound.module.css";
import { MOST_IN_LINE, onRefusedPaste, refusedPaste, refusePaste } from "./refused-paste";
import { spaced } from "./spaced";

/** Keeps what is far too long out of the fields of one line, and says so of any field. */
export function PasteBound() {
  const refused = useSyncExternalStore(onRefusedPaste, refusedPaste, () => null);

  useEffect(() => {
    const forgive = () => refusePaste(null);
    document.addEventListener("beforeinput", bound);
    document.addEventListener("focusout", forgive);
    return () => {
      document.removeEventListener("beforeinput", bound);
      document.removeEventListener("focusout", forgive);
    };
  }, []);

  return (
    <p className={styles.refused} role="status">
      {refused
        ? `${spaced(refused.characters)} characters are more than this field takes, which is ${spaced(refused.most)}; what was here stays.`
        : ""}
    </p>
  );
}

function bound(event: InputEvent) {
  const characters = event.data?.length ?? 0;
  const isTooLong = event.target instanceof HTMLInputElement && characters > MOST_IN_LINE;
  if (isTooLong) event.preventDefault();
  refusePaste(isTooLong ? { characters, most: MOST_IN_LINE } : null);
}
