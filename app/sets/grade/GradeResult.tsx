"use client";

import { download } from "../../components/download";
import card from "../HandOut.module.css";
import type { GradeView } from "./engine/types";
import styles from "./GradeResult.module.css";
import { MistakeTable } from "./MistakeTable";
import { PointsPlot } from "./PointsPlot";
import { QuestionTable } from "./QuestionTable";
import { StudentTable } from "./StudentTable";

export interface GradeResultProps {
  readonly view: GradeView;
  readonly isStale: boolean;
}

const FILE_WORDS: Readonly<Record<string, string>> = {
  "marks.csv": "Marks as CSV",
  "report.html": "Report without names",
  "grade.json": "Everything as JSON",
};

/** What the class made of the set. */
export function GradeResult({ view, isStale }: GradeResultProps) {
  return (
    <section className={styles.result} aria-labelledby="result" data-stale={isStale || undefined}>
      <div className={styles.head}>
        <h2 id="result">{view.title}</h2>
        <p className={styles.summary} role="status">
          {view.summary}
        </p>
        <p className={card.buttons}>
          {view.files.map(({ path, content }) => (
            <button key={path} type="button" onClick={() => download(content, path)}>
              {FILE_WORDS[path] ?? path}
            </button>
          ))}
        </p>
      </div>
      <div className={styles.plots}>
        <MistakeTable mistakes={view.mistakes} />
        <PointsPlot points={view.points} />
      </div>
      <QuestionTable view={view} />
      <Lines title="To be read by a person" lines={view.unreadable} count={view.unreadableCount} />
      <Lines title="Rows that do not count" lines={view.leftOut} count={view.leftOutCount} />
      <StudentTable view={view} />
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly count: number;
}

/** So many are shown before they are asked for. */
const FEW = 5;

/** Sentences, each with its line; the first few, and the others in a fold. */
function Lines({ title, lines, count }: LinesProps) {
  if (count === 0) return null;
  const [few, others] = [lines.slice(0, FEW), lines.slice(FEW)];
  return (
    <section className={styles.block}>
      <h3>{title}</h3>
      <List lines={few} />
      {others.length === 0 ? null : (
        <details>
          <summary>{count - few.length} more</summary>
          <List lines={others} />
          {count > lines.length ? <p>… and {count - lines.length} more.</p> : null}
        </details>
      )}
    </section>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
