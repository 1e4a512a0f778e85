"use client";

import { type ReactNode, useEffect, useRef } from "react";
import styles from "./Fold.module.css";

export interface FoldProps {
  readonly title: string;
  readonly badge?: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** Something folded away until it is wanted. */
export function Fold({ title, badge, children, open, onToggle }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const toggled = useRef(onToggle);
  // One that was opened before the page had come alive stays open.
  useEffect(() => {
    if (details.current?.open) toggled.current?.(true);
  }, []);
  return (
    <details
      ref={details}
      className={styles.fold}
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
    >
      <summary className={styles.summary}>
        <span className={styles.marker} aria-hidden="true" />
        <span className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {badge}
        </span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
