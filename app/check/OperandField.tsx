"use client";

import { type ChangeEvent, type DragEvent, useId, useState } from "react";
import { OPERAND_WORDS } from "@/content/check";
import type { HeldFile } from "./engine/types";
import type { OperandName } from "./form";
import styles from "./Fields.module.css";

export interface OperandFieldProps {
  readonly name: OperandName;
  readonly isRequired: boolean;
  readonly sizesOnly: boolean;
  readonly text: string;
  readonly held: HeldFile | undefined;
  readonly readAs: string | undefined;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onDrop: () => void;
}

const ROLES: Readonly<Record<OperandName, string>> = {
  x: "input",
  target: "input",
  w: "kernel",
  b: "kernel",
  gamma: "kernel",
  beta: "kernel",
  indices: "output",
  dy: "gradient",
};

/** The most lines of a field before it scrolls. */
const MOST_LINES = 9;

/** A tensor, typed, pasted, dropped or chosen as a file; how it was read stands under it. */
export function OperandField(props: OperandFieldProps) {
  const { name, isRequired, sizesOnly, text, held, readAs, problem, onChange, onFile } = props;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const { words, axes } = OPERAND_WORDS[name];

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
      data-role={ROLES[name]}
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
          {isRequired ? "" : <span className={styles.optional}> if there is one</span>}
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
        <textarea
          id={id}
          className={styles.text}
          rows={sizesOnly ? 1 : Math.min(MOST_LINES, Math.max(3, text.split("\n").length))}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          placeholder={sizesOnly ? "3×32×32" : ""}
          aria-describedby={`${id}-read`}
          aria-invalid={problem !== undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-read`} className={problem ? styles.problem : styles.read} aria-live="polite">
        {problem ?? (readAs ? `Read as ${readAs}` : axes)}
      </p>
    </div>
  );
}
