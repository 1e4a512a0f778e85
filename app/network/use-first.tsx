"use client";

import { startTransition, useState } from "react";
import sheet from "../components/Sheet.module.css";
import styles from "./Panels.module.css";

/** The first of a long list, and a button for as many more: a paste of hundreds of layers is never drawn at once. */
export function useFirst<Item>(items: readonly Item[], most: number, what: string) {
  const [count, setCount] = useState(most);
  const left = Math.max(0, items.length - count);
  const showMore = () => setCount(count + most);
  return {
    shown: left === 0 ? items : items.slice(0, count),
    showMore,
    more:
      left === 0 ? null : (
        <button
          type="button"
          className={`${sheet.button} ${styles.more}`}
          onClick={() => startTransition(showMore)}
        >
          {left > most
            ? `Show ${most} more of the other ${left} ${what}`
            : `Show the other ${left} ${what}`}
        </button>
      ),
  };
}
