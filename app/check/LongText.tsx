"use client";

import type { TextareaHTMLAttributes } from "react";
import { pasteLong } from "../components/paste-long";
import styles from "./Fields.module.css";

/** More characters than these are kept and read, but not laid out: that would hold the page up. */
const MOST_SHOWN = 20_000;

/** Each line takes time of its own; these hold a chain of 600 layers. */
const MOST_LINES = 700;

export interface LongTextProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "value" | "onChange" | "onPaste"
> {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A field for a text of any length; a very long one is held without being shown. */
export function LongText({ value, onText, ...rest }: LongTextProps) {
  if (value.length > MOST_SHOWN || value.split("\n", MOST_LINES + 1).length > MOST_LINES) {
    return (
      <p className={styles.held}>
        {value.length} characters, more than are shown here.{" "}
        <button
          type="button"
          aria-label={`Take the ${rest["aria-label"] ?? "text"} away`}
          onClick={() => onText("")}
        >
          Take it away
        </button>
      </p>
    );
  }
  return (
    <textarea
      {...rest}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      value={value}
      onChange={(event) => onText(event.target.value)}
      onPaste={(event) => pasteLong(event, onText)}
    />
  );
}
