"use client";

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type TextareaHTMLAttributes,
  useId,
  useRef,
} from "react";
import { LONG_WORDS } from "@/content/check";
import { spaced } from "../components/spaced";
import { useLongInput } from "../components/use-long-input";
import styles from "./Fields.module.css";

/** More characters than these are kept and read, but not laid out: that would hold the page up. */
const MOST_SHOWN = 20_000;

/** Each line takes time of its own; these hold a chain of 600 layers. */
const MOST_LINES = 700;

export interface LongTextProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "value" | "onChange" | "onPaste" | "onCopy" | "readOnly"
> {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A field for a text of any length; of a very long one it shows how it begins, and keeps the whole. */
export function LongText({ value, onText, rows = 3, ...rest }: LongTextProps) {
  const id = useId();
  const isHeld = isLong(value);
  const beginning = isHeld ? beginningOf(value, rows) : [];
  const field = useRef<HTMLTextAreaElement>(null);
  const { exchanged, exchange, onPaste, onKeyDown } = useLongInput({
    field,
    value,
    onText,
    isHeld,
  });
  const before = exchanged?.before ?? "";
  const wasHeld = isLong(before);

  /** Away goes what was pasted; what was typed before it stays. */
  function takeAway() {
    exchange(wasHeld ? "" : before);
    field.current?.focus();
  }

  function putBack() {
    exchange(before);
    field.current?.focus();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const deletes = event.key === "Delete" || event.key === "Backspace";
    if (isHeld && deletes && isAllChosen(event.currentTarget)) exchange("");
    onKeyDown(event);
    rest.onKeyDown?.(event);
  }

  function copy(event: ClipboardEvent<HTMLTextAreaElement>) {
    if (!isHeld || !isAllChosen(event.currentTarget)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", value);
  }

  return (
    <div className={styles.long}>
      <textarea
        {...rest}
        ref={field}
        rows={rows}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby={[rest["aria-describedby"], `${id}-held`].filter(Boolean).join(" ")}
        readOnly={isHeld}
        data-flows={(isHeld && beginning.length < rows) || undefined}
        value={isHeld ? beginning.join("\n") : value}
        onChange={(event) => onText(event.target.value)}
        onCopy={copy}
        onPaste={onPaste}
        onKeyDown={press}
      />
      <p className={styles.kept}>
        <span id={`${id}-held`} aria-live="polite">
          {isHeld ? LONG_WORDS.held(spaced(value.length)) : ""}
          {!isHeld && wasHeld ? LONG_WORDS.away(spaced(before.length)) : ""}
        </span>
        {isHeld ? (
          <button type="button" onClick={takeAway}>
            {LONG_WORDS.takeAway}
          </button>
        ) : null}
        {!isHeld && wasHeld ? (
          <button type="button" onClick={putBack}>
            {LONG_WORDS.putBack}
          </button>
        ) : null}
      </p>
    </div>
  );
}

function isLong(text: string): boolean {
  return text.length > MOST_SHOWN || text.split("\n", MOST_LINES + 1).length > MOST_LINES;
}

function isAllChosen({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

/** So many characters of a long text are shown; its first lines share them, so that they fill the field. */
const MOST_BEGINNING = 1440;

function beginningOf(text: string, rows: number): readonly string[] {
  const lines = text.split("\n", rows);
  const most = Math.floor(MOST_BEGINNING / lines.length);
  return lines.map((line, at) =>
    line.length > most || at === lines.length - 1 ? `${line.slice(0, most)} …` : line,
  );
}
