"use client";

import { useEffect, useRef } from "react";
import type { StepScene } from "../scene/types";
import { Html } from "./Html";
import { Icon } from "./Icon";
import styles from "./StepList.module.css";
import { usePrinting } from "./use-printing";

export interface StepListProps {
  readonly steps: readonly StepScene[];
  readonly index: number;
  readonly asking: boolean;
  readonly onGo: (index: number) => void;
}

/** The steps one under another: those done, the current one lifted, those to come. */
export function StepList({ steps, index, asking, onGo }: StepListProps) {
  const printing = usePrinting();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => keepInSight(list.current, index), [index]);
  // Lines that unfold push the current step down: look again once they have. Without motion they do so at once.
  return (
    <ol ref={list} className={styles.list} onTransitionEnd={() => keepInSight(list.current, index)}>
      {steps.map((step, place) => (
        <li
          key={step.id}
          className={styles.step}
          data-state={place < index ? "done" : place === index ? "current" : "ahead"}
          aria-current={place === index ? "step" : undefined}
        >
          <button type="button" className={styles.button} onClick={() => onGo(place)}>
            <span className={styles.mark}>
              {place < index ? <Icon name="check" /> : <span aria-hidden="true">{place + 1}</span>}
            </span>
            <span className="visually-hidden">
              Step {place + 1}
              {place < index ? ", done" : ""}:{" "}
            </span>
            <Html as="span" text={step.caption} />
          </button>
          <Result
            html={printing ? step.line : step.short}
            asked={place === index && asking && !printing}
          />
        </li>
      ))}
    </ol>
  );
}

function Result({ html, asked }: { readonly html: string | null; readonly asked: boolean }) {
  if (html === null) return null;
  return (
    <div className={styles.fold} aria-hidden="true">
      <Html className={styles.line} text={asked ? "?" : html} />
    </div>
  );
}

/** Scrolls the list alone, never the page. */
function keepInSight(box: HTMLOListElement | null, index: number) {
  const item = box?.children[index];
  if (!box || !(item instanceof HTMLElement)) return;
  const top = item.offsetTop - box.offsetTop;
  const margin = 64;
  if (top - margin < box.scrollTop) box.scrollTop = top - margin;
  const over = top + item.offsetHeight + margin - (box.scrollTop + box.clientHeight);
  if (over > 0) box.scrollTop += over;
}
