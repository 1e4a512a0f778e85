"use client";

import styles from "./Feedback.module.css";
import { Replayed } from "./Replayed";
import type { DiagnosisScene, Outcome } from "./types";

/** What is said of an answer: the verdict, the mistakes that explain it, the convention it would be right under. */
export function Feedback({ outcome }: { readonly outcome: Outcome }) {
  const { verdict, diagnoses, convention, says } = outcome;
  return (
    <div className={styles.feedback}>
      <p className={styles.badge} data-verdict={verdict}>
        {badgeFor(outcome)}
      </p>
      {verdict === "invalid" ? <p className={styles.words}>{says}</p> : null}
      {diagnoses.map((group) => (
        <Group key={group.map(({ mistake }) => mistake).join()} group={group} />
      ))}
      {verdict === "incorrect" && diagnoses.length === 0 ? (
        <p className={styles.words}>
          No single mistake that we know gives this answer. {where(outcome)} Work them out once
          more, or take a hint.
        </p>
      ) : null}
      {convention ? <p className={styles.convention}>{convention}</p> : null}
    </div>
  );
}

function Group({ group }: { readonly group: readonly DiagnosisScene[] }) {
  return (
    <>
      {group.map((diagnosis, index) => (
        <section key={diagnosis.mistake} className={styles.diagnosis}>
          {index > 0 ? <p className={styles.or}>or, which gives the same:</p> : null}
          <div className={styles.told}>
            <h3 className={styles.title}>{diagnosis.title}</h3>
            <div className={styles.words} dangerouslySetInnerHTML={{ __html: diagnosis.words }} />
          </div>
          {diagnosis.replay ? <Replayed replay={diagnosis.replay} /> : null}
        </section>
      ))}
    </>
  );
}

function badgeFor({ verdict, diagnoses, marks }: Outcome): string {
  if (verdict === "correct") return "✓ Right";
  if (verdict === "invalid") return "Not marked";
  const [group] = diagnoses;
  const [first] = group ?? [];
  const wrong = marks.filter((mark) => mark === "incorrect").length;
  if (!first || diagnoses.length > 1) return "✕ Not yet";
  if (wrong < 2 || first.cells < wrong) return "✕ Not yet";
  return `${first.mistake.includes("+") ? "Two mistakes explain" : "One mistake explains"} all ${wrong} cells`;
}

function where({ marks }: Outcome): string {
  const wrong = marks.filter((mark) => mark === "incorrect").length;
  if (wrong === 0) return "";
  return wrong === 1 ? "One cell is marked." : `${wrong} cells are marked.`;
}
