"use client";

import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { MOVED_WORDS } from "@/content/sets";
import { type Catalogue, typeTitle } from "./catalogue";
import { type QuestionData, type SetData, moved, textOf, withQuestion } from "./data";
import type { Outline, Problem } from "./engine/types";
import { QuestionCard } from "./QuestionCard";
import styles from "./Questions.module.css";

export interface QuestionListProps {
  readonly set: SetData;
  readonly catalogue: Catalogue;
  readonly outline: Outline | null;
  readonly problems: readonly Problem[];
  /** The question that is open. */
  readonly open: number | null;
  readonly preview: ReactNode;
  readonly onOpen: (at: number | null) => void;
  readonly onChange: (set: SetData) => void;
  readonly onRemove: (at: number) => void;
}

/** The questions in order; they are moved by their handles, their arrows, or Alt and an arrow key. */
export function QuestionList(props: QuestionListProps) {
  const { set, catalogue, outline, problems, open, preview, onOpen, onChange, onRemove } = props;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const focusNext = useRef<string | null>(null);
  const titleOf = (question: QuestionData) =>
    textOf(question["title"]) || typeTitle(catalogue, question.type);

  useEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });

  function move(from: number, to: number) {
    const question = set.questions[from];
    if (!question || from === to) return;
    onChange(moved(set, from, to));
    onOpen(open === null ? null : placeAfter(open, from, to));
    setSaid(MOVED_WORDS(titleOf(question), to + 1, set.questions.length));
  }

  const { dragged, grip } = useDrag(list, move);

  return (
    <>
      <ol ref={list} className={styles.list}>
        {set.questions.map((question, at) => (
          <QuestionCard
            key={at}
            at={at}
            count={set.questions.length}
            question={question}
            title={titleOf(question)}
            outline={outline?.questions[at] ?? null}
            problems={problems.filter((one) => one.at === at).map(({ message }) => message)}
            looked={outline}
            isOpen={open === at}
            isDragged={dragged === at}
            preview={preview}
            onToggle={() => onOpen(open === at ? null : at)}
            onChange={(next) => onChange(withQuestion(set, at, next))}
            onMove={(to, control) => {
              focusNext.current = `[data-at="${to}"] [data-control="${control}"]`;
              move(at, to);
            }}
            onRemove={() => onRemove(at)}
            onGrip={(event) => grip(event, at)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

/** Where a question stands after another, or itself, was moved. @example placeAfter(1, 0, 2) // 0 */
function placeAfter(at: number, from: number, to: number): number {
  if (at === from) return to;
  if (from < at && at <= to) return at - 1;
  return to <= at && at < from ? at + 1 : at;
}

/** A card follows the pointer that holds its handle: it changes places with each card whose middle is passed. */
function useDrag(
  list: { readonly current: HTMLElement | null },
  move: (from: number, to: number) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null);
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });

  function grip(event: PointerEvent<HTMLElement>, at: number) {
    if (event.button !== 0) return;
    event.preventDefault();
    let from = at;
    setDragged(from);
    const follow = ({ clientY }: globalThis.PointerEvent) => {
      const to = placeUnder(list.current, clientY, from);
      if (to === from) return;
      latest.current(from, to);
      from = to;
      setDragged(to);
    };
    const drop = () => {
      setDragged(null);
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", drop);
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", drop);
  }

  return { dragged, grip };
}

/** The place of the card beside whose middle the pointer is. */
function placeUnder(list: HTMLElement | null, y: number, from: number): number {
  const middles = Array.from(list?.children ?? [], (card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2;
  });
  const above = middles.filter((middle, at) => at !== from && middle < y).length;
  return Math.min(above, middles.length - 1);
}
