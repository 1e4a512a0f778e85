"use client";

import { useId } from "react";
import styles from "./fields.module.css";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly inputMode?: "decimal" | "numeric";
  /** So many lines. */
  readonly rows?: number;
}

/** A text with its label, of one line or of several. */
export function Field({ label, value, onChange, hint, rows = 1, ...rest }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    autoComplete: "off",
    "aria-describedby": hint === undefined ? undefined : `${id}-hint`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...rest,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input {...shared} />}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: string;
}

/** Yes or no. */
export function Tick({ label, isOn, onChange, hint }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint === undefined ? null : <span className={styles.beside}> {hint}</span>}
      </span>
    </label>
  );
}

export interface LevelsProps {
  readonly label: string;
  /** As the file says it; a level that there is not is none of the five. */
  readonly value: string;
  readonly onChange: (level: number) => void;
}

/** The five levels side by side. */
export function Levels({ label, value, onChange }: LevelsProps) {
  const name = useId();
  return (
    <fieldset className={styles.levels}>
      <legend>{label}</legend>
      <div className={styles.segments}>
        {[1, 2, 3, 4, 5].map((level) => (
          <label key={level} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={level}
              checked={value === String(level)}
              onChange={() => onChange(level)}
            />
            {level}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
