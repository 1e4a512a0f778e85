"use client";

import sheet from "../../components/Sheet.module.css";
import own from "./Chain.module.css";

export interface PagerProps {
  readonly from: number;
  readonly size: number;
  readonly count: number;
  readonly what: string;
  readonly onFrom: (from: number) => void;
}

/** Which part of a long list is shown; nothing where all of it is. */
export function Pager({ from, size, count, what, onFrom }: PagerProps) {
  if (count <= size) return null;
  const to = Math.min(count, from + size);
  return (
    <nav className={own.pager} aria-label={`Pages of ${what}`}>
      <button
        type="button"
        className={sheet.button}
        disabled={from === 0}
        onClick={() => onFrom(Math.max(0, from - size))}
      >
        Earlier
      </button>
      <span aria-live="polite">
        {what} {from + 1}–{to} of {count}
      </span>
      <button
        type="button"
        className={sheet.button}
        disabled={to >= count}
        onClick={() => onFrom(from + size)}
      >
        Later
      </button>
    </nav>
  );
}
