"use client";

import { type FormEvent, useId, useState } from "react";
import { ROUNDED_WORDS } from "@/content/check";
import { isRefused } from "../components/use-long-input";
import { Answer } from "../practice/Answer";
import { withSign } from "../practice/edit-typed";
import { Feedback } from "../practice/Feedback";
import problem from "../practice/Problem.module.css";
import type { Typed } from "../practice/types";
import type { Result } from "./engine/types";
import { LongText } from "./LongText";
import styles from "./Result.module.css";
import { mayGoInFields, textOfTyped, typedFrom } from "./typed-answer";
import { useWhole } from "./use-whole";

export interface AnswerCardProps {
  readonly result: Result;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onCheck: () => void;
}

/** The reader's own answer, and what is said of it. */
export function AnswerCard({ result, text, onChange, onCheck }: AnswerCardProps) {
  const [focused, setFocused] = useState(0);
  const [refused, setRefused] = useState("");
  const id = useId();
  const { outcome } = result;
  const { isWhole, place, take, leave } = useWhole(text);
  const spec = isWhole ? null : result.answer;
  const typed: Typed =
    spec?.kind === "grid" ? typedFrom(text, spec.shape) : { shape: [1], cells: [text] };

  function type(next: Typed) {
    setRefused("");
    onChange(spec?.kind === "grid" ? textOfTyped(next) : (next.cells[0] ?? ""));
  }

  async function paste(pasted: string) {
    // Reading the clipboard was a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (isRefused(pasted)) return;
    if (!mayGoInFields(pasted)) return take(() => onChange(pasted));
    const { pastedInto } = await import("../practice/scene/pasted-into");
    const read = pastedInto(typed, pasted, true);
    if ("typed" in read) type(read.typed);
    else setRefused(read.problem);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    onCheck();
  }

  return (
    <section aria-labelledby={id} className={styles.own}>
      <h2 id={id} className={styles.title}>
        Your own answer
      </h2>
      <div className={problem.columns}>
        <form className={problem.card} onSubmit={submit}>
          <div className={problem.answer}>
            {spec ? (
              <Answer
                spec={spec}
                typed={typed}
                marks={outcome?.marks ?? []}
                choosesSize
                onType={type}
                onPaste={(pasted) => void paste(pasted)}
                onFocus={setFocused}
              />
            ) : (
              <div ref={place} onBlur={leave}>
                <LongText
                  className={styles.long}
                  aria-label={`Your answer, ${result.says}`}
                  rows={6}
                  value={text}
                  onText={onChange}
                />
              </div>
            )}
            <p className={problem.says} data-verdict={outcome?.verdict}>
              {refused || outcome?.says}
            </p>
          </div>
          <div className={problem.bar}>
            {spec?.kind === "grid" ? (
              <button
                type="button"
                className={problem.sign}
                aria-label="Change the sign of the cell"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => type(withSign(typed, focused))}
              >
                ±
              </button>
            ) : null}
            <button type="submit" className={problem.primary} disabled={text.trim() === ""}>
              Check my answer
            </button>
          </div>
        </form>
        <aside className={problem.side} aria-label="What is said of your answer">
          {outcome ? (
            <Feedback outcome={outcome} kind={spec?.kind ?? "line"} hasHints={false} />
          ) : (
            <p className={styles.soft}>
              Fill in or paste what you have, then check. A blank is no mistake, and the slip behind
              a wrong number is looked for by running it.
            </p>
          )}
          {result.isRounded && outcome?.verdict !== "correct" ? (
            <p className={styles.soft}>{ROUNDED_WORDS}</p>
          ) : null}
        </aside>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {outcome?.says}
      </p>
    </section>
  );
}
