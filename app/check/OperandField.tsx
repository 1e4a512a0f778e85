"use client";

import { type ChangeEvent, type DragEvent, useId, useState } from "react";
import sheet from "../components/Sheet.module.css";
import type { HeldFile } from "./engine/types";
import styles from "./Fields.module.css";
import { LongText } from "./LongText";

export interface OperandFieldProps {
  /** What it is called, and how its axes go. */
  readonly words: string;
  readonly axes: string;
  readonly hue: "input" | "kernel" | "output" | "gradient";
  readonly sizesOnly?: boolean;
  readonly placeholder?: string;
  /** The lines of the field while little is written. */
  readonly leastLines?: number;
  readonly text: string;
  readonly held?: HeldFile | undefined;
  readonly readAs: string | undefined;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onFile: (file: File) => void;
  /** Takes a held file away. */
  readonly onDrop?: () => void;
}

/** The most lines of a field before it scrolls. */
const MOST_LINES = 9;

/** A tensor, typed, pasted, dropped or chosen as a file; how it was read stands under it. */
export function OperandField(props: OperandFieldProps) {
  const { words, axes, sizesOnly = false, leastLines = 3, text, held } = props;
  const { readAs, problem, onChange, onFile } = props;
  const id = useId();
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    setOver(false);
    if (!file) return;
    event.preventDefault();
    onFile(file);
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (file) onFile(file);
    event.target.value = "";
  }

  return (
    <div
      className={styles.operand}
      data-role={props.hue}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {words}
        </label>
        <label className={styles.file}>
          file
          <input
            type="file"
            className="visually-hidden"
            aria-label={`A file with the ${words}`}
            accept=".npy,.json,.csv,.tsv,.txt"
            onChange={choose}
          />
        </label>
      </div>
      {held ? (
        <p className={styles.held}>
          {held.name}, {held.shape.join("×")}: kept until the page is reloaded.{" "}
          <button type="button" onClick={props.onDrop}>
            Take it away
          </button>
        </p>
      ) : (
        <LongText
          id={id}
          className={styles.text}
          rows={sizesOnly ? 1 : linesOf(text, leastLines)}
          placeholder={props.placeholder}
          aria-describedby={`${id}-read`}
          aria-invalid={problem !== undefined}
          value={text}
          onText={onChange}
        />
      )}
      <p id={`${id}-read`} className={problem ? sheet.problem : sheet.note} aria-live="polite">
        {problem ?? (readAs ? `Read as ${readAs}` : axes)}
      </p>
    </div>
  );
}

function linesOf(text: string, least: number): number {
  return Math.min(MOST_LINES, Math.max(least, text.split("\n", MOST_LINES).length));
}
