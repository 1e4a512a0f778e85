"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, Suspense, lazy } from "react";
import { Icon } from "../components/Icon";
import { type QuestionData, textOf } from "./data";
import type { Outline, OutlineQuestion } from "./engine/types";
import styles from "./Questions.module.css";
import { aboutMinutes } from "./words";

const QuestionFields = lazy(() =>
  import("./QuestionFields").then(({ QuestionFields: shown }) => ({ default: shown })),
);

export interface QuestionCardProps {
  readonly at: number;
  readonly count: number;
  readonly question: QuestionData;
  readonly title: string;
  readonly outline: OutlineQuestion | null;
  /** What was worked out of the question that is looked at. */
  readonly looked: Outline | null;
  readonly problems: readonly string[];
  readonly isOpen: boolean;
  readonly isDragged: boolean;
  /** The problem that is looked at, where it is shown in the card. */
  readonly preview: ReactNode;
  readonly onToggle: () => void;
  readonly onChange: (question: QuestionData) => void;
  readonly onMove: (to: number, control: string) => void;
  readonly onRemove: () => void;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
}

/** A question of the set: one line, and opened everything that is chosen of it. */
export function QuestionCard(props: QuestionCardProps) {
  const { at, question, title, problems, isOpen, isDragged } = props;
  const { looked, preview, onToggle, onChange } = props;
  const body = `question-${at}`;
  return (
    <li
      className={styles.card}
      data-at={at}
      data-open={isOpen || undefined}
      data-dragged={isDragged || undefined}
      data-void={question["void"] === true || undefined}
      onKeyDown={(event) => moveByKey(event, props)}
    >
      <div className={styles.head}>
        <Grip {...props} />
        <button
          type="button"
          className={styles.main}
          data-control="main"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={onToggle}
        >
          <span className={styles.number}>{at + 1}</span>
          <span className={styles.words}>
            <span className={styles.name}>{title}</span>
            <span className={styles.facts}>{factsOf(props)}</span>
          </span>
        </button>
        <Moves {...props} />
      </div>
      {problems.map((message) => (
        <p key={message} className={styles.problem}>
          {message}
        </p>
      ))}
      <div id={body} hidden={!isOpen}>
        {isOpen ? (
          <Suspense fallback={null}>
            <QuestionFields question={question} outline={looked} onChange={onChange} />
            {preview}
          </Suspense>
        ) : null}
      </div>
    </li>
  );
}

/** "level 2 · 2 points · about 4 minutes" */
function factsOf({ question, outline }: QuestionCardProps): string {
  const points = textOf(question["points"]) || "1";
  return [
    `level ${textOf(question["level"])}`,
    `${points} ${points === "1" ? "point" : "points"}`,
    ...((outline?.count ?? 1) > 1 ? [`${outline?.count} of them`] : []),
    ...(question["void"] === true ? ["void"] : outline ? [aboutMinutes(outline.minutes)] : []),
    ...(question["question"] !== undefined ? ["numbers by hand"] : []),
    ...(question["same_for_all"] === true ? ["the same for all"] : []),
  ].join(" · ");
}

/** Alt with an arrow moves the question from anywhere in it. */
function moveByKey(event: KeyboardEvent<HTMLElement>, { at, count, onMove }: QuestionCardProps) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !event.altKey) return;
  event.preventDefault();
  const to = at + step;
  if (to < 0 || to >= count) return;
  const control = event.target instanceof HTMLElement ? event.target.dataset["control"] : undefined;
  onMove(to, control ?? "main");
}

function Grip({ title, onGrip }: QuestionCardProps) {
  return (
    <span
      className={styles.grip}
      title={`Drag ${title}, or press Alt and an arrow`}
      onPointerDown={onGrip}
      aria-hidden="true"
    >
      <Icon name="grip" />
    </span>
  );
}

function Moves({ at, count, title, onMove, onRemove }: QuestionCardProps) {
  const called = `question ${at + 1}, ${title}`;
  return (
    <span className={styles.moves}>
      <button
        type="button"
        data-control="up"
        aria-label={`Move up ${called}`}
        aria-disabled={at === 0}
        onClick={() => at > 0 && onMove(at - 1, "up")}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        data-control="down"
        aria-label={`Move down ${called}`}
        aria-disabled={at === count - 1}
        onClick={() => at < count - 1 && onMove(at + 1, "down")}
      >
        <Icon name="down" />
      </button>
      <button type="button" aria-label={`Remove ${called}`} onClick={onRemove}>
        <Icon name="cross" />
      </button>
    </span>
  );
}
