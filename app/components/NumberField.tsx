"use client";

import type { Ref } from "react";
import styles from "./NumberField.module.css";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Without it the field is for sizes, which need no ± key. */
  readonly signed?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field for one number, with a ± key beside it: numeric keypads have no minus. */
export function NumberField({ label, value, onChange, signed = true, ref }: NumberFieldProps) {
  const flip = () => onChange(/^[-−–]/.test(value) ? value.slice(1) : `−${value}`);
  return (
    <div className={styles.field}>
      {signed ? (
        <button type="button" className={styles.flip} aria-label="Change the sign" onClick={flip}>
          ±
        </button>
      ) : null}
      <input
        ref={ref}
        className={styles.input}
        aria-label={label}
        inputMode={signed ? "decimal" : "text"}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
