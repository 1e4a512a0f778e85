"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { mark, type Mark } from "../scene/mark";
import type { AnswerKey } from "../scene/answer-key";
import { litCells } from "../scene/state";
import type { PictureScene } from "../scene/types";
import styles from "./AskQuestion.module.css";
import { Html } from "./Html";
import { NumberField } from "./NumberField";
import { Picture } from "./Picture";
import { useTypedEarly } from "./use-typed-early";

export interface AskQuestionProps {
  /** HTML in shorthand. */
  readonly prompt: string;
  readonly hint: string;
  readonly explain: string;
  readonly answer: AnswerKey;
  /** The tensors that the question is about. */
  readonly picture?: PictureScene;
}

const NOTHING_LIT = litCells([]);

/** One question with a field: a hint after a wrong try, the explanation with the answer. */
export function AskQuestion({ prompt, hint, explain, answer, picture }: AskQuestionProps) {
  const [typed, setTyped] = useState("");
  const [result, setResult] = useState<Mark | null>(null);
  const [shown, setShown] = useState(false);
  const heading = useId();
  const field = useRef<HTMLInputElement>(null);
  const check = useRef<HTMLButtonElement>(null);
  const done = shown || result?.verdict === "correct";

  useTypedEarly(field, setTyped);

  function submit(event: FormEvent) {
    event.preventDefault();
    setResult(mark(typed, answer));
  }

  /** The key that shows it goes; the focus must not go with it. */
  function show() {
    check.current?.focus();
    setShown(true);
  }

  return (
    <div role="group" className={styles.ask} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        Your turn
      </h2>
      <Html className={styles.prompt} text={prompt} />
      {picture ? (
        <div className={styles.picture}>
          <Picture picture={picture} lit={NOTHING_LIT} />
        </div>
      ) : null}
      {/* A dialog’s method: sent before the page has come alive, it goes nowhere and loses nothing. */}
      <form className={styles.form} method="dialog" onSubmit={submit}>
        <NumberField
          ref={field}
          label="Your answer"
          signed={typeof answer === "number"}
          value={typed}
          onChange={setTyped}
        />
        <button ref={check} type="submit" className={styles.check}>
          Check
        </button>
        {done ? null : (
          <button type="button" className={styles.show} onClick={show}>
            Show the answer
          </button>
        )}
      </form>
      <p className={styles.room} aria-hidden="true">
        Your working and your answer
      </p>
      <output className={styles.reply} data-verdict={shown ? "shown" : result?.verdict}>
        {result && !shown ? <p>{result.says}</p> : null}
        {result?.verdict === "incorrect" && !shown ? <Html text={hint} /> : null}
        {done ? <Html className={styles.explain} text={explain} /> : null}
      </output>
    </div>
  );
}
