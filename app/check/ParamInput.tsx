"use client";

import { useId } from "react";
import { PARAM_WORDS } from "@/content/check";
import sheet from "../components/Sheet.module.css";
import type { LayerField } from "./chain/kinds";
import type { ParamField } from "./form";

export interface ParamInputProps {
  readonly name: ParamField | LayerField;
  readonly text: string;
  readonly problem: string | undefined;
  /** What may be written, where it is not what it usually is. */
  readonly such?: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}

const CHOICES: Readonly<
  Partial<Record<ParamField | LayerField, readonly (readonly [string, string])[]>>
> = {
  ceil_mode: [
    ["", "no"],
    ["true", "yes"],
  ],
  count_include_pad: [
    ["", "yes"],
    ["false", "no"],
  ],
  bias: [
    ["", "yes"],
    ["false", "no"],
  ],
  normalize: [
    ["", "no"],
    ["true", "yes"],
  ],
  overlap: [
    ["", "the last one stays"],
    ["sum", "they add up"],
  ],
};

/** One parameter of the operation. */
export function ParamInput({
  name,
  text,
  problem,
  such: ownSuch,
  placeholder,
  onChange,
}: ParamInputProps) {
  const id = useId();
  const { words, such } = PARAM_WORDS[name];
  const choices = CHOICES[name];
  return (
    <div className={sheet.field} data-wide={name === "padding" || undefined}>
      <label htmlFor={id}>{words}</label>
      {choices ? (
        <select id={id} value={text} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          aria-describedby={`${id}-such`}
          aria-invalid={problem !== undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-such`} className={problem ? sheet.problem : sheet.note} aria-live="polite">
        {problem ?? ownSuch ?? such}
      </p>
    </div>
  );
}
