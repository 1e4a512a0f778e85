"use client";

import styles from "./Feedback.module.css";
import { Replayed } from "./Replayed";
import type { AnswerSpec, DiagnosisPart, DiagnosisScene, Outcome } from "./types";

export interface FeedbackProps {
  readonly outcome: Outcome;
  readonly kind: AnswerSpec["kind"];
  /** Whether there are hints to be taken. */
  readonly hasHints?: boolean;
}

/** What is said of an answer: the verdict, the mistakes that explain it, the convention it would be right under. */
export function Feedback({ outcome, kind, hasHints = true }: FeedbackProps) {
  const { verdict, diagnoses, convention, says } = outcome;
  return (
    <div className={styles.feedback}>
      <p
        className={styles.badge}
        data-verdict={verdict === "incorrect" && isOpen(outcome.marks) ? undefined : verdict}
      >
        {badgeFor(outcome)}
      </p>
      {verdict === "invalid" ? <p className={styles.words}>{says}</p> : null}
      {diagnoses.map((group) => (
        <Group key={group.map(({ mistake }) => mistake).join()} group={group} />
      ))}
      {verdict === "incorrect" && diagnoses.length === 0 ? (
        <p className={styles.words}>
          {outcome.advice ?? advice(outcome, kind)}
          {hasHints ? ", or take a hint." : "."}
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
          <h3 className={styles.title}>{diagnosis.title}</h3>
          {diagnosis.parts.map((part) => (
            <Part key={part.title} part={part} isAlone={diagnosis.parts.length === 1} />
          ))}
        </section>
      ))}
    </>
  );
}

function Part({ part, isAlone }: { readonly part: DiagnosisPart; readonly isAlone: boolean }) {
  return (
    <>
      <div className={styles.told}>
        {isAlone ? null : <h4 className={styles.part}>{part.title}</h4>}
        <div className={styles.words} dangerouslySetInnerHTML={{ __html: part.words }} />
      </div>
      {part.replay ? <Replayed replay={part.replay} /> : null}
    </>
  );
}

function badgeFor({ verdict, diagnoses, marks }: Outcome): string {
  if (verdict === "correct") return "✓ Right";
  if (verdict === "invalid") return "Not marked";
  const [group] = diagnoses;
  const [first] = group ?? [];
  const wrong = marks.filter((mark) => mark === "incorrect").length;
  if (isOpen(marks)) return "Right so far";
  if (!first || diagnoses.length > 1) return "✕ Not yet";
  if (wrong < 2 || first.cells < wrong) return "✕ Not yet";
  const cells = wrong === 2 ? "both wrong cells" : `all ${wrong} wrong cells`;
  return `${first.mistake.includes("+") ? "Two mistakes explain" : "One mistake explains"} ${cells}`;
}

/** Whether nothing is wrong and something is missing. */
function isOpen(marks: Outcome["marks"]): boolean {
  return marks.includes("blank") && !marks.includes("incorrect");
}

/** Where to look, when no mistake explains the answer; the sentence is still open. */
function advice({ marks }: Outcome, kind: AnswerSpec["kind"]): string {
  if (isOpen(marks)) return "Go on with the cells that are blank";
  if (kind === "spot") return "Work out the lines one by one, from the first";
  const wrong = marks.filter((mark) => mark === "incorrect").length;
  const unknown = "No mistake that we know gives this answer.";
  if (kind !== "grid" || wrong === 0) return `${unknown} Work it out once more`;
  return wrong === 1
    ? `${unknown} One cell is marked: work it out once more`
    : `${unknown} ${wrong} cells are marked: work them out once more`;
}
