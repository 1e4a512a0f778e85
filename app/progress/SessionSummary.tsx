"use client";

import Link from "next/link";
import {
  type Attempt,
  type Gain,
  type Session,
  MASTERED,
  outcomes,
  summarise,
} from "@/lib/progress";
import { useArrival } from "../components/focus-head";
import { PageHead } from "../components/PageHead";
import { type Catalogue, skillTitle } from "./catalogue";
import { HiddenHead } from "./HiddenHead";
import { Bar, percent } from "./MasteryBar";
import { MistakeList } from "./MistakeList";
import view from "./ProgressView.module.css";
import { SessionBar } from "./SessionBar";
import styles from "./SessionSummary.module.css";
import table from "./Table.module.css";

export interface SessionSummaryProps {
  readonly catalogue: Catalogue;
  readonly session: Session;
  readonly attempts: readonly Attempt[];
  /** Whether the reader came here from the session itself. */
  readonly isArrival: boolean;
  readonly onAgain: () => void;
}

/** The end of a session: what was learned, which mistakes were made, what to do next. */
export function SessionSummary({
  catalogue,
  session,
  attempts,
  isArrival,
  onAgain,
}: SessionSummaryProps) {
  useArrival(isArrival);
  const { solved, firstTry, gains, mistakes } = summarise(session, attempts);
  const count = session.problems.length;
  return (
    <div className={view.view}>
      <PageHead title="What you learned">
        {inWords(solved, firstTry, count, mistakes.length > 0)}
      </PageHead>
      <SessionBar size={count} outcomes={outcomes(session, attempts)} done />
      {gains.length > 0 ? <Gains catalogue={catalogue} gains={gains} /> : null}
      {mistakes.length > 0 ? (
        <section aria-labelledby="mistakes">
          <h2 id="mistakes" className={view.heading}>
            Mistakes to watch
          </h2>
          <MistakeList catalogue={catalogue} mistakes={mistakes} />
        </section>
      ) : null}
      <section aria-labelledby="next">
        <h2 id="next" className={view.heading}>
          What to do next
        </h2>
        <p>{advice(catalogue, gains)}</p>
        <p className={styles.links}>
          <button type="button" className={styles.again} onClick={onAgain}>
            Another session
          </button>
          <Link href="/practice/progress" prefetch={false}>
            Your progress
          </Link>
        </p>
      </section>
    </div>
  );
}

function inWords(solved: number, firstTry: number, count: number, hasMistakes: boolean): string {
  const problems = count === 1 ? "problem" : "problems";
  if (solved === 0)
    return `None of ${count} ${problems} solved yet${hasMistakes ? ": what went wrong is below." : "."}`;
  const how = firstTry === solved ? "each at the first try" : `${firstTry} at the first try`;
  return `You solved ${solved} of ${count} ${problems}, ${solved === 1 && firstTry === 1 ? "at the first try" : how}.`;
}

interface GainsProps {
  readonly catalogue: Catalogue;
  readonly gains: readonly Gain[];
}

function Gains({ catalogue, gains }: GainsProps) {
  return (
    <div className={table.card}>
      <table className={table.table}>
        <caption className={table.caption}>Mastery, before and after</caption>
        <HiddenHead columns={["Exercise", "Mastery"]} />
        <tbody>
          {gains.map(({ exercise, before, after }) => (
            <tr key={exercise}>
              <th scope="row" className={table.name}>
                {skillTitle(catalogue, exercise)}
              </th>
              <td>
                <span className={table.measure}>
                  <Bar share={Math.min(before, after)} of={Math.max(before, after)} />
                  <span className={table.number}>
                    {percent(before)} → {percent(after)}
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The skill practised that is known least gets named; where all are mastered, it is time for new ones. */
function advice(catalogue: Catalogue, gains: readonly Gain[]) {
  const [weakest] = gains.toSorted((one, other) => one.after - other.after);
  if (!weakest) return "You skipped every problem. Another session will find easier ones first.";
  if (weakest.after >= MASTERED)
    return "All that you practised is mastered. The next session brings new types.";
  return (
    <>
      You know this least so far:{" "}
      <Link href={`/practice/${weakest.exercise}`} prefetch={false}>
        {skillTitle(catalogue, weakest.exercise)}
      </Link>
      . Practise it by itself, or begin another session: it will come up again there.
    </>
  );
}
