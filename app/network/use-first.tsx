"use client";

import { useState } from "react";
import sheet from "../components/Sheet.module.css";
import styles from "./Panels.module.css";

/** The first of a long list, and a button for all of it: a paste of hundreds of layers is drawn at once only when asked for. */
export function useFirst<Item>(items: readonly Item[], most: number, what: string) {
  const [showsAll, setShowsAll] = useState(false);
  const isWhole = showsAll || items.length <= most;
  return {
    showAll: () => setShowsAll(true),
    shown: isWhole ? items : items.slice(0, most),
    more: isWhole ? null : (
      <button
        type="button"
        className={`${sheet.button} ${styles.more}`}
        onClick={() => setShowsAll(true)}
      >
        Show the other {items.length - most} {what}
      </button>
    ),
  };
}
