"use client";

import Link from "next/link";
import { historyByDay, frequentMistakes } from "@/lib/progress";
import type { Catalogue } from "./catalogue";
import { DataTools } from "./DataTools";
import { HistoryTable } from "./HistoryTable";
import { MistakeList } from "./MistakeList";
import styles from "./ProgressView.module.css";
import { SkillTables } from "./SkillTables";
import { Trouble } from "./Trouble";
import { useMasteries, useProgress } from "./use-progress";

const MOST_MISTAKES = 8;

/** The learner's page: what is mastered, which mistakes come often, what was done when. */
export function ProgressView({ catalogue }: { readonly catalogue: Catalogue }) {
  const { ready, attempts } = useProgress();
  const known = useMasteries();
  const days = historyByDay(attempts);
  const mistakes = frequentMistakes(attempts).slice(0, MOST_MISTAKES);
  return (
    <div className={styles.view} aria-busy={!ready}>
      <Trouble />
      <Overview days={days} ready={ready} />
      <section aria-labelledby="mastery">
        <h2 id="mastery" className={styles.heading}>
          Mastery
        </h2>
        <SkillTables catalogue={catalogue} known={known} />
      </section>
      {mistakes.length > 0 ? (
        <section aria-labelledby="mistakes">
          <h2 id="mistakes" className={styles.heading}>
            Mistakes that come often
          </h2>
          <MistakeList catalogue={catalogue} mistakes={mistakes} />
        </section>
      ) : null}
      {days.length > 0 ? (
        <section aria-labelledby="history">
          <h2 id="history" className={styles.heading}>
            Day by day
          </h2>
          <HistoryTable days={days} />
        </section>
      ) : null}
      <section aria-labelledby="data">
        <h2 id="data" className={styles.heading}>
          Your data
        </h2>
        <DataTools />
      </section>
    </div>
  );
}

function Overview({
  days,
  ready,
}: {
  readonly days: ReturnType<typeof historyByDay>;
  readonly ready: boolean;
}) {
  const problems = days.reduce((sum, day) => sum + day.problems, 0);
  const solved = days.reduce((sum, day) => sum + day.solved, 0);
  return (
    <div className={styles.overview}>
      <p className={styles.sum}>
        {!ready
          ? "Reading what this browser keeps …"
          : problems === 0
            ? "Nothing here yet: the first answer that you have marked will show."
            : `${solved} of ${problems} ${problems === 1 ? "problem" : "problems"} solved on ${days.length} ${days.length === 1 ? "day" : "days"}.`}
      </p>
      <Link href="/practice/session" prefetch={false} className={styles.start}>
        Practise now
      </Link>
    </div>
  );
}
