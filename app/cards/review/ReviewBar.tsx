"use client";

import { ASK_WORDS } from "@/content/cards-pages";
import type { Queue } from "@/lib/progress/cards";
import { Choice } from "../../components/Choice";
import { useWayWanted } from "../ask/use-way-wanted";
import styles from "./Review.module.css";

export interface ReviewBarProps {
  readonly queue: Queue;
  readonly topics: readonly string[];
  readonly topic: string;
  readonly onTopic: (topic: string) => void;
  readonly onUndo: (() => void) | undefined;
}

/** What is left for today, and how to be asked. */
export function ReviewBar({ queue, topics, topic, onTopic, onUndo }: ReviewBarProps) {
  const [wanted, want] = useWayWanted();
  const steps = queue.learning.length + queue.later.length;
  return (
    <div className={styles.bar}>
      <p className={styles.counts}>
        <span data-kind="steps">
          <b>{steps}</b> in first steps
        </span>
        <span data-kind="due">
          <b>{queue.due.length}</b> due
        </span>
        <span data-kind="new">
          <b>{queue.fresh.length}</b> new
        </span>
      </p>
      <div className={styles.menus}>
        <Choice
          title="Topic"
          value={topic}
          choices={[["", "all topics"], ...topics.map((one) => [one, one] as const)]}
          onChange={onTopic}
        />
        <Choice title="Ask me" value={wanted} choices={Object.entries(ASK_WORDS)} onChange={want} />
        <button
          type="button"
          className={styles.undo}
          onClick={onUndo}
          disabled={onUndo === undefined}
          aria-keyshortcuts="u"
        >
          Undo <kbd aria-hidden="true">u</kbd>
        </button>
      </div>
    </div>
  );
}
