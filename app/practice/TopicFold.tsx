"use client";

import type { ReactNode } from "react";
import { useMedia } from "../components/use-media";
import styles from "./TopicFold.module.css";
import { useKept } from "./use-kept";

export interface TopicFoldProps {
  readonly topic: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

const NARROW = "(max-width: 40rem)";

/** A topic's types: open where there is room, and folded on a phone until they are wanted. */
export function TopicFold({ topic, title, count, children }: TopicFoldProps) {
  const [kept, keep] = useKept(`topic:${topic}`);
  const isNarrow = useMedia(NARROW);
  const isOpen = kept === null ? !isNarrow : kept === "open";
  return (
    <details className={styles.topic} open={isOpen}>
      <summary
        className={styles.summary}
        onClick={(event) => {
          event.preventDefault();
          keep(isOpen ? "folded" : "open");
        }}
      >
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.count}>{count}</span>
        <span className={styles.marker} aria-hidden="true" />
      </summary>
      {children}
    </details>
  );
}
