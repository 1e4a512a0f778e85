"use client";

import { useId } from "react";
import styles from "./AnswerFields.module.css";
import { withText } from "./edit-typed";
import type { AnswerSpec, CellMark, Typed } from "./types";

interface Fields<Kind extends AnswerSpec["kind"]> {
  readonly spec: Extract<AnswerSpec, { kind: Kind }>;
  readonly typed: Typed;
  readonly marks: readonly CellMark[];
  readonly onType: (typed: Typed) => void;
}

/** One line for a count, a size with its unit, or a shape. */
export function AnswerLine({ spec, typed, marks, onType }: Fields<"line">) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {spec.label}
      </label>
      <input
        id={id}
        className={styles.input}
        data-offset={0}
        autoComplete="off"
        aria-describedby={`${id}-such`}
        data-mark={marks[0]}
        aria-invalid={marks[0] === "incorrect" || undefined}
        value={typed.cells[0] ?? ""}
        onChange={(event) => onType(withText(typed, 0, event.target.value))}
      />
      <p id={`${id}-such`} className={styles.such}>
        {spec.such}
      </p>
    </div>
  );
}

/** A field for each unknown size. */
export function AnswerUnknowns({ spec, typed, marks, onType }: Fields<"unknowns">) {
  const id = useId();
  return (
    <div className={styles.unknowns}>
      {spec.names.map((name, index) => (
        <div key={name} className={styles.line}>
          <label htmlFor={`${id}-${index}`} className={styles.label}>
            {name}
          </label>
          <input
            id={`${id}-${index}`}
            className={styles.short}
            data-offset={index}
            data-mark={marks[index]}
            aria-invalid={marks[index] === "incorrect" || undefined}
            inputMode="decimal"
            autoComplete="off"
            value={typed.cells[index] ?? ""}
            onChange={(event) => onType(withText(typed, index, event.target.value))}
          />
        </div>
      ))}
    </div>
  );
}

/** The first wrong line of a working, and what was done in it. */
export function AnswerSpot({ spec, typed, marks, onType }: Fields<"spot">) {
  const id = useId();
  const [line = "", mistake = ""] = typed.cells;
  return (
    <div className={styles.spot}>
      <fieldset className={styles.choices}>
        <legend className={styles.label}>
          Which line is the first that is wrong? <Mark mark={marks[0]} />
        </legend>
        {spec.lines.map(({ key, html, spoken }) => (
          <label key={key} className={styles.choice}>
            <input
              type="radio"
              name={`${id}-line`}
              checked={key === line}
              onChange={() => onType(withText(typed, 0, key))}
            />
            <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />
            <span className="visually-hidden">{spoken}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className={styles.label}>
          What was done in it? <Mark mark={marks[1]} />
        </legend>
        {spec.choices.map(({ id: choice, words }) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name={`${id}-mistake`}
              checked={choice === mistake}
              onChange={() => onType(withText(typed, 1, choice))}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Mark({ mark }: { readonly mark: CellMark | undefined }) {
  if (mark !== "correct" && mark !== "incorrect") return null;
  const [sign, words] = mark === "correct" ? ["✓", "right"] : ["✕", "wrong"];
  return (
    <span className={styles.mark} data-mark={mark}>
      {sign} {words}
    </span>
  );
}
