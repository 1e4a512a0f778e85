"use client";

import type { Checked, Outline, Problem } from "./engine/types";
import styles from "./Summary.module.css";
import { aboutMinutes, counted } from "./words";

export interface SummaryProps {
  readonly outline: Outline | null;
  readonly checked: Checked | null;
  /** What is not of one question. */
  readonly problems: readonly Problem[];
  readonly count: number;
  readonly busy: string | null;
  /** What came between. */
  readonly notice: string | null;
  readonly onCancel: () => void;
}

/** Points and time of a sheet, and what the checks say. */
export function Summary(props: SummaryProps) {
  const { outline, checked, problems, count, busy, notice, onCancel } = props;
  const isKnown = outline !== null || count === 0;
  const { asked = count, points = 0, minutes = 0 } = outline ?? {};
  return (
    <section className={styles.summary} aria-label="The sheet">
      <dl className={styles.totals}>
        <Total value={String(asked)} words={asked === 1 ? "question" : "questions"} />
        <Total value={isKnown ? String(points) : "–"} words={points === 1 ? "point" : "points"} />
        <Total value={isKnown ? `≈ ${Math.round(minutes)}` : "–"} words="minutes" />
      </dl>
      {count === 0 ? null : (
        <div className={styles.checks}>
          <ul aria-live="polite">
            {problems.map(({ at, message }) => (
              <li key={`${at} ${message}`} data-mark="wrong">
                {at === undefined ? message : `Question ${at + 1}: ${message}`}
              </li>
            ))}
          </ul>
          <ul>
            {(checked?.sentences ?? []).map(({ words, isNoted }) => (
              <li key={words} data-mark={isNoted ? "noted" : "right"}>
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {notice === null ? null : (
        <p className={styles.notice} role="status">
          {notice}
        </p>
      )}
      {busy === null ? null : (
        <p className={styles.busy}>
          <progress aria-label={busy} />
          <span>{busy} …</span>
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </p>
      )}
    </section>
  );
}

function Total({ value, words }: { readonly value: string; readonly words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The same in one line, for the foot of a phone. */
export function SummaryLine({ outline, count }: Pick<SummaryProps, "outline" | "count">) {
  const { asked = count, points = 0, minutes = 0 } = outline ?? {};
  return (
    <p className={styles.line}>
      {counted(asked, "question")} · {counted(points, "point")} · {aboutMinutes(minutes)}
    </p>
  );
}
