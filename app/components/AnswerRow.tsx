"use client";

import { type FormEvent, useRef, useState } from "react";
import styles from "./AnswerRow.module.css";
import { NumberField } from "./NumberField";
import type { Reply, useAskFirst } from "./use-ask-first";

export interface AnswerRowProps {
  readonly ask: ReturnType<typeof useAskFirst>;
  /** The number asked for; null where the step has none. */
  readonly value: number | null;
  /** Called when the field goes, so that the focus has somewhere to be. */
  readonly onSettled: () => void;
}

/** A field for the next number, and what came of the try. */
export function AnswerRow({ ask, value, onSettled }: AnswerRowProps) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const isRefused = ask.asking && ask.reply.kind !== "none";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ask.answer(typed)) onSettled();
    else field.current?.select();
  }

  function show() {
    ask.show();
    onSettled();
  }

  return (
    <form className={styles.row} onSubmit={submit} data-reply={ask.reply.kind}>
      {ask.asking ? (
        <div className={styles.try}>
          <NumberField ref={field} label="Your result" value={typed} onChange={setTyped} />
          <button type="submit" className={styles.check}>
            Check
          </button>
          <button type="button" className={styles.show} onClick={show}>
            Show it
          </button>
        </div>
      ) : null}
      <div className={styles.reply}>
        <output>{isRefused ? said(ask.reply) : ""}</output>
        {isRefused ? null : standing(ask, value)}
      </div>
    </form>
  );
}

/** What the player's own live region says too, or nobody needs to be told at once. */
function standing({ asking, reply }: AnswerRowProps["ask"], value: number | null): string {
  if (asking) return "What comes out? Work it out, then check.";
  if (reply.kind === "right") return said(reply);
  return value === null
    ? "Nothing to guess here: read, then step on."
    : "Shown. Step on to the next.";
}

function said(reply: Reply): string {
  switch (reply.kind) {
    case "none":
      return "";
    case "unreadable":
      return `${reply.text} Nothing was marked.`;
    case "wrong":
      return `✕ ${reply.text} is not it. Try again, or have it shown.`;
    case "right":
      return `✓ ${reply.text} is right.`;
  }
}
