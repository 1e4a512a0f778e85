"use client";

import { useId } from "react";
import { Icon } from "../components/Icon";
import type { Setting } from "./fields";
import styles from "./SettingField.module.css";
import tensor from "./TensorField.module.css";

export interface SettingFieldProps {
  readonly name: Setting;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** Stride, padding or dilation: a number with keys to make it one more or one less. */
export function SettingField({ name, text, problem, onChange }: SettingFieldProps) {
  const id = useId();
  const step = (by: number) => onChange(String((Number(text) || 0) + by));
  return (
    <div className={styles.setting}>
      <label className={styles.label} htmlFor={id}>
        {name}
      </label>
      <div className={styles.row}>
        <button type="button" aria-label={`${name} one less`} onClick={() => step(-1)}>
          <Icon name="minus" />
        </button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" aria-label={`${name} one more`} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
      </div>
      <p id={`${id}-problem`} className={tensor.problem} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}
