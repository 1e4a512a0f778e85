"use client";

import { type FormEvent, type ReactNode, lazy, Suspense, useId, useState } from "react";
import type { Conventions } from "@/lib/question";
import { Picture } from "../components/Picture";
import { litCells } from "../scene/state";
import type { ConventionName } from "./address";
import { Answer } from "./Answer";
import { withSign } from "./edit-typed";
import { Feedback } from "./Feedback";
import { GivenLines } from "./GivenLines";
import { HintList } from "./HintList";
import { Next } from "./Next";
import styles from "./Problem.module.css";
import type { Outcome, ProblemAddress, ProblemScene, Support, Typed } from "./types";
import { useAttempt } from "./use-attempt";
import type { LoadedEngine } from "./use-problem";
import { isBlank, useTyped } from "./use-typed";

export interface ProblemProps {
  readonly scene: ProblemScene;
  readonly engine: LoadedEngine | null;
  readonly reader: Conventions;
  readonly chooseConvention: (name: ConventionName, value: string) => void;
  readonly go: (address: ProblemAddress) => void;
  /** What is filled in already, on a rung of the ladder. */
  readonly support?: Support;
  /** What stands where one would go on from a problem. */
  readonly next?: (isDone: boolean) => ReactNode;
}

/** One problem: what is given, the answer, what is said of it, and where to go from there. */
export function Problem({ scene, engine, reader, go, support, next }: ProblemProps) {
  const { answer, picture } = scene;
  const [typed, setTyped] = useTyped(scene, support?.typed);
  const [focused, setFocused] = useState(0);
  const attempt = useAttempt(scene, engine, reader, 0);
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const outcome = attempt.checked?.outcome;

  function type(next: Typed) {
    setTyped(next);
    attempt.clear();
  }

  async function paste(text: string) {
    const { pastedInto } = await import("./engine");
    const pasted = pastedInto(typed, text, ownSize);
    if ("typed" in pasted) type(pasted.typed);
    else setProblem(pasted.problem);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    attempt.check(typed);
  }

  return (
    <>
      <div className={styles.columns}>
        <form className={styles.card} aria-labelledby={heading} onSubmit={submit}>
          <h2 id={heading} className="visually-hidden">
            The problem
          </h2>
          {picture ? <Picture picture={picture} lit={litCells(numbers?.cells ?? [])} /> : null}
          {support?.lines ? <GivenLines lines={support.lines} /> : null}
          <div className={styles.answer}>
            <Answer
              spec={answer}
              typed={typed}
              marks={outcome?.marks ?? []}
              given={support?.given}
              choosesSize={ownSize}
              onType={type}
              onPaste={(text) => void paste(text)}
              onFocus={setFocused}
            />
            <p className={styles.says} data-verdict={outcome?.verdict}>
              {outcome?.says ?? (problem || engine?.readBack(scene.address, typed))}
            </p>
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
        </form>
        <aside className={styles.side} aria-label="Help, and where to go from here">
          {outcome ? (
            <Feedback outcome={outcome} />
          ) : (
            <p className={styles.quiet}>
              Fill in what you know, then check. A blank is no mistake, and a matrix can be pasted
              whole.
            </p>
          )}
          <HintList hints={hints} />
          {next ? next(isDone) : <Next scene={scene} isDone={isDone} go={go} />}
        </aside>
      </div>
      {working?.stage === 3 ? (
        <Suspense fallback={null}>
          <Working hint={working} />
        </Suspense>
      ) : null}
      {support ? null : (
        <div className={styles.codes}>
          <Fold title="Take it elsewhere">
            <CodeTabs codes={scene.codes} />
          </Fold>
        </div>
      )}
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
