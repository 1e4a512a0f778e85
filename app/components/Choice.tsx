"use client";

import { useId } from "react";
import sheet from "./Sheet.module.css";

export interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

/** One of several, with its title. */
export function Choice({ title, value, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={sheet.field}>
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
