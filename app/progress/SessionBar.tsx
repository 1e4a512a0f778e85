import type { Outcome } from "@/lib/progress";
import { Icon } from "../components/Icon";
import styles from "./SessionBar.module.css";

export interface SessionBarProps {
  readonly size: number;
  /** Of the problems met so far; the latest is the one at hand. */
  readonly outcomes: readonly Outcome[];
  readonly done?: boolean;
}

/** How far a session has come, and how each problem went. */
export function SessionBar({ size, outcomes, done = false }: SessionBarProps) {
  const at = outcomes.length;
  const solved = outcomes.filter((one) => one === "first-try" || one === "solved").length;
  return (
    <div className={styles.session}>
      <div
        role="progressbar"
        aria-label="Session"
        aria-valuemin={1}
        aria-valuemax={size}
        aria-valuenow={at}
        aria-valuetext={`Problem ${at} of ${size}, ${solved} solved`}
        className={styles.bar}
      >
        {Array.from({ length: size }, (_, index) => (
          <span
            key={index}
            className={styles.part}
            data-outcome={outcomes[index] ?? "ahead"}
            data-here={(!done && index === at - 1) || undefined}
          >
            {signOf(outcomes[index])}
          </span>
        ))}
      </div>
      <p className={styles.words} aria-hidden="true">
        {at} of {size}
      </p>
    </div>
  );
}

function signOf(outcome: Outcome | undefined) {
  if (outcome === "first-try" || outcome === "solved") return <Icon name="check" />;
  return outcome === "wrong" ? <Icon name="cross" /> : null;
}
