"use client";

import Link from "next/link";
import type { Queue } from "@/lib/progress/cards";
import { PageHead } from "../../components/PageHead";
import { useArrival } from "../../components/focus-head";
import { ToCards } from "../desk/ToCards";
import styles from "./Review.module.css";

export interface ReviewDoneProps {
  readonly queue: Queue;
  readonly isArrival: boolean;
  /** Whether there are cards that were never asked. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** Where nothing is left for now. */
export function ReviewDone({ queue, isArrival, hasMore, onMore }: ReviewDoneProps) {
  useArrival(isArrival);
  const [next] = queue.later;
  return (
    <>
      <PageHead over={<ToCards />} title={next ? "A pause" : "Done for today"}>
        {next
          ? `The next card comes back at ${timeOf(next.at)}. Until then nothing is due.`
          : "Everything that was due is done. What comes next comes back on its own day."}
      </PageHead>
      <div className={styles.onward}>
        {hasMore ? (
          <button type="button" className={styles.quiet} onClick={onMore}>
            Five more new cards
          </button>
        ) : null}
        <Link prefetch={false} href="/cards/quiz" className={styles.quiet}>
          Quiz me
        </Link>
      </div>
    </>
  );
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
