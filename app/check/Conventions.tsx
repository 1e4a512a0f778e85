"use client";

import { useId } from "react";
import { PRECISION_WORDS } from "@/content/check";
import { CONVENTION_WORDS } from "@/content/practice";
import { writeConventions } from "../practice/address";
import { CONVENTION_NAMES, withChoice } from "../practice/conventions";
import styles from "./Check.module.css";
import { BLANK, type Form } from "./form";
import { DTYPES, PRECISIONS } from "./link";

export interface ConventionsProps {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}

/** What the course means by its words, and how digits are taken; the link keeps it. */
export function Conventions({ form, onChange }: ConventionsProps) {
  const isUsual =
    writeConventions(form.conventions) === "" &&
    form.dtype === BLANK.dtype &&
    form.precision === BLANK.precision;
  return (
    <details className={styles.conventions}>
      <summary>Conventions: {isUsual ? "PyTorch’s" : "your own"}</summary>
      <div className={styles.switches}>
        {CONVENTION_NAMES.map((name) => (
          <Switch
            key={name}
            title={CONVENTION_WORDS[name].title}
            value={form.conventions[name]}
            choices={Object.entries(CONVENTION_WORDS[name].choices)}
            onChange={(value) =>
              onChange({ ...form, conventions: withChoice(form.conventions, name, value) })
            }
          />
        ))}
        <Switch
          title="Type of number"
          value={form.dtype}
          choices={DTYPES.map((name) => [name, name])}
          onChange={(value) =>
            onChange({ ...form, dtype: DTYPES.find((name) => name === value) ?? BLANK.dtype })
          }
        />
        <Switch
          title="Digits"
          value={form.precision}
          choices={Object.entries(PRECISION_WORDS)}
          onChange={(value) =>
            onChange({
              ...form,
              precision: PRECISIONS.find((name) => name === value) ?? BLANK.precision,
            })
          }
        />
      </div>
    </details>
  );
}

interface SwitchProps {
  readonly title: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Switch({ title, value, choices, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{title}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
