"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Conventions } from "@/lib/question";
import { Picture } from "../components/Picture";
import { litCells } from "../scene/state";
import type { ConventionName } from "./address";
import { Answer } from "./Answer";
import { withSign } from "./edit-typed";
import { Feedback } from "./Feedback";
import { Next } from "./Next";
import styles from "./Problem.module.css";
import type { ProblemAddress, ProblemScene, Typed } from "./types";
import { useAttempt } from "./use-attempt";
import type { LoadedEngine } from "./use-problem";
import { isBlank, useTyped } from "./use-typed";

export interface ProblemProps {
  readonly scene: ProblemScene;
  readonly engine: LoadedEngine | null;
  readonly reader: Conventions;
  readonly chooseConvention: (name: ConventionName, value: string) => void;
  readonly go: (address: ProblemAddress) => void;
  /** Where to go from here, in place of another problem of the type. */
  readonly next?: ReactNode;
}

/** One problem: what is given, the answer, what is said of it, and where to go from there. */
export function Problem({ scene, engine, reader, go, next }: ProblemProps) {
  const [typed, setTyped] = useTyped(scene);
  const [focused, setFocused] = useState(0);
  const attempt = useAttempt(scene, engine, reader, 0);
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const outcome = attempt.checked?.outcome;

  function type(next: Typed) {
    setTyped(next);
    attempt.clear();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    attempt.check(typed);
  }

  return (
    <div className={styles.columns}>
      <form ref={form} className={styles.card} aria-labelledby={heading} onSubmit={submit}>
        <h2 id={heading} className="visually-hidden">
          The problem
        </h2>
        {scene.picture ? (
          <div className={styles.given}>
            <Picture picture={scene.picture} lit={litCells([])} />
          </div>
        ) : null}
        <div className={styles.answer}>
          <Answer
            spec={scene.answer}
            typed={typed}
            marks={outcome?.marks ?? []}
            choosesSize={scene.answer.kind === "grid" && scene.answer.asksSize}
            onType={type}
            onPaste={() => {}}
            onFocus={setFocused}
          />
          <p className={styles.says} data-verdict={outcome?.verdict} aria-hidden="true">
            {outcome?.says}
          </p>
        </div>
        <div className={styles.bar}>
          {scene.answer.kind === "grid" ? (
            <button
              type="button"
              className={styles.sign}
              aria-label="Change the sign of the cell"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => type(withSign(typed, focused))}
            >
              ±
            </button>
          ) : null}
          <button type="submit" className={styles.primary} disabled={!engine || isBlank(typed)}>
            Check
          </button>
        </div>
      </form>
      <aside className={styles.side} aria-label="What came of it">
        {outcome ? (
          <Feedback outcome={outcome} />
        ) : (
          <p className={styles.quiet}>Fill in what you know, then check. A blank is no mistake.</p>
        )}
        {next ?? <Next scene={scene} isDone={outcome?.verdict === "correct"} go={go} />}
      </aside>
      <p className="visually-hidden" aria-live="polite">
        {outcome ? announcement(outcome) : ""}
      </p>
    </div>
  );
}

function announcement({
  says,
  diagnoses,
}: NonNullable<ReturnType<typeof useAttempt>["checked"]>["outcome"]): string {
  const titles = diagnoses.map((group) => group.map(({ title }) => title).join(" or: "));
  return [says, ...titles.map((title) => `${title}.`)].join(" ");
}
