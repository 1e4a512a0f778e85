"use client";

import { useEffect, useMemo, useRef } from "react";
import { type Attempt, type Outcome, type Session, outcomes } from "@/lib/progress";
import { useArrival } from "../components/focus-head";
import { PageHead } from "../components/PageHead";
import { Problem } from "../practice/Problem";
import { useConventions } from "../practice/use-conventions";
import { useEngine } from "../practice/use-problem";
import { SessionBar } from "./SessionBar";
import styles from "./SessionProblem.module.css";
import { Trouble } from "./Trouble";

export interface SessionProblemProps {
  readonly session: Session;
  readonly attempts: readonly Attempt[];
  /** Whether the reader has just begun it. */
  readonly isArrival: boolean;
  readonly onNext: () => void;
  readonly onEnd: () => void;
}

/** The problem at hand of a session, with how far one has come. */
export default function SessionProblem({
  session,
  attempts,
  isArrival,
  onNext,
  onEnd,
}: SessionProblemProps) {
  useArrival(isArrival);
  const { conventions } = useConventions();
  const engine = useEngine();
  const problem = session.problems.at(-1);
  const scene = useMemo(() => {
    if (!engine || !problem) return null;
    const { exercise: type, version, seed, level } = problem;
    return engine.drawnScene({ type, version, seed, level, conventions });
  }, [engine, problem, conventions]);
  const ended = outcomes(session, attempts);
  const title = useFocusOnChange(problem?.seed);
  const next = (
    <SessionNext
      session={session}
      outcome={ended.at(-1) ?? "untried"}
      onNext={onNext}
      onEnd={onEnd}
    />
  );
  return (
    <article aria-busy={!scene}>
      <SessionBar size={session.size} outcomes={ended} />
      <Trouble />
      <div ref={title} tabIndex={-1} className={styles.head}>
        {scene === null ? (
          <PageHead title="A practice session">Drawing the problem …</PageHead>
        ) : "refusal" in scene ? (
          <PageHead title="A practice session">{scene.refusal}</PageHead>
        ) : (
          <PageHead over={`${scene.topic} · level ${scene.address.level}`} title={scene.title} wide>
            <div dangerouslySetInnerHTML={{ __html: scene.statement }} />
          </PageHead>
        )}
      </div>
      {scene && !("refusal" in scene) ? (
        <Problem
          key={scene.key}
          scene={scene}
          engine={engine}
          reader={conventions}
          go={ignore}
          onward={() => next}
        />
      ) : (
        next
      )}
    </article>
  );
}

function ignore(): void {}

interface SessionNextProps {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly onNext: () => void;
  readonly onEnd: () => void;
}

function SessionNext({ session, outcome, onNext, onEnd }: SessionNextProps) {
  const isLast = session.problems.length >= session.size;
  const solved = outcome === "first-try" || outcome === "solved";
  const words = solved ? "Next problem" : outcome === "wrong" ? "Leave it and go on" : "Skip it";
  return (
    <div className={styles.next}>
      <button type="button" className={solved ? styles.primary : styles.button} onClick={onNext}>
        {isLast ? "See what you learned" : words}
      </button>
      {isLast ? null : (
        <button type="button" className={styles.end} onClick={onEnd}>
          End the session
        </button>
      )}
    </div>
  );
}

/** Moves the focus to the next problem's head, so that a screen reader begins there. */
function useFocusOnChange(seed: string | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef(seed);
  useEffect(() => {
    if (shown.current === seed) return;
    shown.current = seed;
    element.current?.focus();
    window.scrollTo({ top: 0 });
  }, [seed]);
  return element;
}
