"use client";

import { useId, useRef } from "react";
import { useLongInput } from "../components/use-long-input";
import styles from "./CodeField.module.css";
import type { Problem } from "./engine/types";

export interface CodeFieldProps {
  readonly label: string;
  readonly code: string;
  readonly says: string;
  readonly problems: readonly Problem[];
  /** What is not wrong but worth knowing. */
  readonly notes: readonly Problem[];
  readonly onChange: (code: string) => void;
}

/** More lines than this have no numbers beside them. */
const MOST_LINES = 1200;

/** The code with its lines numbered, and what is wrong beside its line. */
export function CodeField({ label, code, says, problems, notes, onChange }: CodeFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { onPaste, onKeyDown } = useLongInput({ field, value: code, onText: onChange });
  const gutter = useRef<HTMLDivElement>(null);
  const lines = code.split("\n");
  const wrong = new Set(problems.map(({ line }) => line));
  const describedBy = [
    ...(problems.length > 0 ? [`${id}-problems`] : []),
    ...(notes.length > 0 ? [`${id}-notes`] : []),
  ].join(" ");
  const rows = Math.min(18, Math.max(5, lines.length));

  function scroll() {
    if (gutter.current && field.current) gutter.current.scrollTop = field.current.scrollTop;
  }

  function goTo(line: number) {
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    if (field.current) {
      field.current.scrollTop = (field.current.scrollHeight / lines.length) * (line - 4);
    }
    scroll();
  }

  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <span className={styles.says} aria-live="polite">
          {code.trim() === "" ? "" : says}
        </span>
      </div>
      <div className={styles.box}>
        {lines.length <= MOST_LINES ? (
          <div ref={gutter} className={styles.gutter} aria-hidden="true">
            {gutterParts(lines.length, wrong).map(({ first, text, isWrong }) => (
              <span key={first} data-wrong={isWrong || undefined}>
                {text}
              </span>
            ))}
          </div>
        ) : null}
        <textarea
          id={id}
          ref={field}
          className={styles.text}
          rows={rows}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          placeholder={"nn.Sequential(\n    nn.Conv2d(3, 16, 3, padding=1),\n    nn.ReLU(),\n)"}
          aria-invalid={problems.length > 0}
          aria-describedby={describedBy === "" ? undefined : describedBy}
          value={code}
          onChange={(event) => onChange(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onScroll={scroll}
        />
      </div>
      <Told id={`${id}-problems`} kind="problems" of={problems} onLine={goTo} />
      <Told id={`${id}-notes`} kind="notes" of={notes} onLine={goTo} />
    </div>
  );
}

interface GutterPart {
  readonly first: number;
  readonly text: string;
  readonly isWrong: boolean;
}

/** The numbers of the lines: those with a mark alone, the others in one piece, which is laid out at once. */
function gutterParts(count: number, wrong: ReadonlySet<number | undefined>): GutterPart[] {
  const parts: { first: number; numbers: number[]; isWrong: boolean }[] = [];
  for (let line = 1; line <= count; line++) {
    const isWrong = wrong.has(line);
    const last = parts.at(-1);
    if (last && !isWrong && !last.isWrong) last.numbers.push(line);
    else parts.push({ first: line, numbers: [line], isWrong });
  }
  return parts.map(({ first, numbers, isWrong }) => ({ first, text: numbers.join("\n"), isWrong }));
}

interface ToldProps {
  readonly id: string;
  readonly kind: "problems" | "notes";
  readonly of: readonly Problem[];
  readonly onLine: (line: number) => void;
}

/** Sentences about the code, each with a way to its line. */
function Told({ id, kind, of, onLine }: ToldProps) {
  if (of.length === 0) return null;
  return (
    <ul id={id} className={styles.told} data-kind={kind}>
      {of.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          {line === undefined ? null : (
            <button type="button" onClick={() => onLine(line)}>
              line {line}
            </button>
          )}{" "}
          {message}
        </li>
      ))}
    </ul>
  );
}
