"use client";

import { type FormEvent, useRef, useState } from "react";
import styles from "./AnswerRow.module.css";
import { NumberField } from "./NumberField";
import type { Reply, useAskFirst } from "./use-ask-first";

export interface AnswerRowProps {
  readonly ask: ReturnType<typeof useAskFirst>;
  /** The number asked for; null where the step has none. */
  readonly value: number | null;
}

/** A field for the next number, and what came of the try. */
export function AnswerRow({ ask, value }: AnswerRowProps) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.answer(typed);
    field.current?.select();
  }

  return (
    <form className={styles.row} onSubmit={submit} data-reply={ask.reply.kind}>
      {ask.asking ? (
        <div className={styles.try}>
          <NumberField ref={field} label="Your result" value={typed} onChange={setTyped} />
          <button type="submit" className={styles.check}>
            Check
          </button>
          <button type="button" className={styles.show} onClick={ask.show}>
            Show it
          </button>
        </div>
      ) : null}
      <output className={styles.reply}>
        {ask.asking || ask.reply.kind === "right" ? said(ask.reply) : nothingToAsk(value)}
      </output>
    </form>
  );
}

function nothingToAsk(value: number | null): string {
  return value === null
    ? "Nothing to guess here: read, then step on."
    : "Shown. Step on to the next.";
}

function said(reply: Reply): string {
  switch (reply.kind) {
    case "none":
      return "What comes out? Work it out, then check.";
    case "unreadable":
      return `${reply.text} Nothing was marked.`;
    case "wrong":
      return `✕ ${reply.text} is not it. Try again, or have it shown.`;
    case "right":
      return `✓ ${reply.text} is right.`;
  }
}
