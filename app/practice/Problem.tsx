"use client";

import {
  type FormEvent,
  type ReactNode,
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { Conventions } from "@/lib/question";
import { CodeTabs } from "../components/CodeTabs";
import { Fold } from "../components/Fold";
import { intoSight } from "../components/into-sight";
import { Picture } from "../components/Picture";
import { litCells } from "../scene/state";
import { Answer } from "./Answer";
import { Bar } from "./Bar";
import { withSign } from "./edit-typed";
import { Feedback } from "./Feedback";
import { GivenLines } from "./GivenLines";
import { HintList } from "./HintList";
import { Next } from "./Next";
import styles from "./Problem.module.css";
import type { Outcome, ProblemAddress, ProblemScene, Support, Typed } from "./types";
import { useAttempt } from "./use-attempt";
import { useHints } from "./use-hints";
import type { LoadedEngine } from "./use-problem";
import { isBlank, useTyped } from "./use-typed";

const Working = lazy(() => import("./Working"));

export interface ProblemProps {
  readonly scene: ProblemScene;
  readonly engine: LoadedEngine | null;
  readonly reader: Conventions;
  readonly go: (address: ProblemAddress) => void;
  /** Why nothing can be typed yet. */
  readonly waiting?: string | undefined;
  /** What is filled in already, on a rung of the ladder. */
  readonly support?: Support;
  readonly onLadder?: () => void;
  /** Whether there are no hints, as in a quiz. */
  readonly isTest?: boolean;
  /** What stands where one would go on from a problem. */
  readonly onward?: (isDone: boolean) => ReactNode;
}

/** One problem: what is given, the answer, what is said of it, and where to go from there. */
export function Problem({
  scene,
  engine,
  reader,
  go,
  waiting,
  support,
  onward,
  onLadder,
  isTest = false,
}: ProblemProps) {
  const { answer, picture } = scene;
  const [typed, setTyped] = useTyped(scene, support?.typed);
  const [focused, setFocused] = useState(0);
  const [problem, setProblem] = useState("");
  const [ownSize, setOwnSize] = useState(answer.kind === "grid" && answer.asksSize);
  const [isOpened, setOpened] = useState(false);
  const [isBeside] = useState(() => fitsBeside(scene, typed.shape));
  const { hints, taken, take } = useHints(scene, engine);
  const attempt = useAttempt(scene, engine, reader, { hints: taken, rung: support?.rung });
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const side = useRef<HTMLElement>(null);
  const { outcome, isMarking } = attempt;
  useEffect(() => {
    if (outcome) intoSight(side.current?.querySelector("p"), "nearest");
  }, [outcome]);
  const isDone = outcome?.verdict === "correct";
  const numbers = hints.find((hint) => hint.stage === 2);
  const working = hints.find((hint) => hint.stage === 3);

  function type(answered: Typed) {
    setTyped(answered);
    setProblem("");
    attempt.clear();
  }

  async function paste(text: string) {
    const { pastedInto } = await import("./engine");
    const pasted = pastedInto(typed, text, ownSize);
    if ("typed" in pasted) type(pasted.typed);
    else setProblem(pasted.problem);
  }

  function help(stage: 1 | 2 | 3) {
    take(stage, firstOpen(outcome));
    if (stage === 3) setOpened(true);
  }

  function focusOn(selector: string) {
    form.current?.querySelector<HTMLElement>(selector)?.focus();
  }

  function stop() {
    attempt.clear();
    focusOn("[type=submit]");
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isBlank(typed)) attempt.check(typed);
  }

  return (
    <>
      <div className={styles.columns}>
        <form ref={form} className={styles.card} aria-labelledby={heading} onSubmit={submit}>
          <h2 id={heading} className="visually-hidden">
            The problem
          </h2>
          <div className={styles.work} data-beside={isBeside || undefined}>
            {picture ? (
              <Picture fromLeft picture={picture} lit={litCells(numbers?.cells ?? [])} />
            ) : null}
            {support?.lines ? <GivenLines lines={support.lines} /> : null}
            <fieldset className={styles.answer} disabled={waiting !== undefined}>
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
              {answer.kind === "grid" &&
              !answer.endsInChannels &&
              !ownSize &&
              !support &&
              typed.shape.length > 1 ? (
                <button
                  type="button"
                  className={styles.quietButton}
                  onClick={() => {
                    setOwnSize(true);
                    focusOn("[data-offset]");
                  }}
                >
                  Choose the size yourself
                </button>
              ) : null}
            </fieldset>
          </div>
          {waiting === undefined ? (
            <p className={styles.says} data-verdict={outcome?.verdict}>
              {outcome?.says ?? (problem || engine?.readBack(scene.address, typed))}
            </p>
          ) : (
            <p className={styles.waiting}>{waiting}</p>
          )}
          <Bar
            isSigned={answer.kind === "grid"}
            stays={answer.kind === "grid" || answer.kind === "spot"}
            canCheck={engine !== null && waiting === undefined && !isBlank(typed)}
            isDone={isDone}
            taken={isTest ? 3 : taken}
            onSign={() => type(withSign(typed, focused))}
            onHint={help}
          />
        </form>
        <aside ref={side} className={styles.side} aria-label="Help, and where to go from here">
          {isMarking ? (
            <MarkingUnderWay onStop={stop} />
          ) : outcome ? (
            <Feedback outcome={outcome} kind={answer.kind} hasHints={!isTest && taken < 2} />
          ) : (
            <Intro kind={answer.kind} canLadder={engine !== null} onLadder={onLadder} />
          )}
          <div className={styles.hints} aria-live="polite">
            <HintList hints={hints} />
          </div>
          {onward ? onward(isDone) : <Next scene={scene} isDone={isDone} go={go} />}
        </aside>
      </div>
      {working?.stage === 3 ? (
        <Suspense fallback={null}>
          <Working hint={working} isOpened={isOpened} />
        </Suspense>
      ) : null}
      {support || isTest ? null : (
        <div className={styles.codes}>
          <Fold title="Take it elsewhere">
            <CodeTabs codes={scene.codes} />
          </Fold>
        </div>
      )}
      <p className="visually-hidden" aria-live="polite">
        {outcome ? announcement(outcome) : problem}
      </p>
    </>
  );
}

/** How many cells of full size lie side by side in a wide card, and what a gap and a caption take of them. */
const ROOM = 12;
const GAP = 0.75;
const CAPTION = 3;

/** Whether the answer's grid has room beside the picture. */
function fitsBeside({ picture, answer }: ProblemScene, shape: readonly number[]): boolean {
  if (picture === null || picture.rows.length > 1 || answer.kind !== "grid") return false;
  if (shape.slice(0, -2).some((size) => size > 1)) return false;
  const { columns, signs, rows } = picture;
  const tensors = rows.flat().filter(({ kind }) => kind === "tensor").length;
  const gaps = tensors - signs;
  return columns + signs + gaps * GAP + Math.max(CAPTION, shape.at(-1) ?? 1) <= ROOM;
}

/** Shown once a marking has lasted longer than a blink. */
function MarkingUnderWay({ onStop }: { readonly onStop: () => void }) {
  return (
    <div className={styles.marking} role="status">
      <label>
        Marking, and looking for the mistake … <progress />
      </label>
      <button type="button" className={styles.button} onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

const HOW_TO: Readonly<Record<ProblemScene["answer"]["kind"], string>> = {
  grid: "Fill in what you know, then check. A blank is no mistake, and a matrix can be pasted whole.",
  line: "Write a number or the working that leads to it, then check. What cannot be read is no mistake.",
  unknowns: "Write what fits, then check. What cannot be read is no mistake.",
  spot: "Choose the first line that is wrong, and what was done in it, then check.",
};

interface IntroProps {
  readonly kind: ProblemScene["answer"]["kind"];
  readonly canLadder: boolean;
  readonly onLadder: (() => void) | undefined;
}

function Intro({ kind, canLadder, onLadder }: IntroProps) {
  return (
    <div className={styles.intro}>
      <p>{HOW_TO[kind]}</p>
      {onLadder ? (
        <p>
          New to this?{" "}
          <button type="button" onClick={onLadder} disabled={!canLadder}>
            Climb the ladder
          </button>
          : a whole working first, then the last step, then two, then all of it.
        </p>
      ) : null}
    </div>
  );
}

/** The cell that a hint is about: the first that is wrong, else the first that is blank. */
function firstOpen(outcome: Outcome | null): number {
  const marks = outcome?.marks ?? [];
  return Math.max(
    0,
    marks.indexOf("incorrect") >= 0 ? marks.indexOf("incorrect") : marks.indexOf("blank"),
  );
}

function announcement({ says, diagnoses, convention }: Outcome): string {
  const titles = diagnoses.map((group) => group.map(({ title }) => title).join(" or: "));
  return [says, ...titles.map((title) => `${title}.`), convention ?? ""].join(" ").trim();
}
