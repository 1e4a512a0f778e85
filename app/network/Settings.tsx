"use client";

import { useId } from "react";
import { CONVENTION_WORDS } from "@/content/practice";
import { Choice } from "../components/Choice";
import sheet from "../components/Sheet.module.css";
import { DTYPES } from "../check/link";
import { withChoice } from "../practice/conventions";
import { BLANK, type Form } from "./form";
import styles from "./Network.module.css";

export interface SettingsProps {
  readonly form: Form;
  readonly ownInput: string | undefined;
  readonly problem: string | undefined;
  readonly onChange: (form: Form) => void;
}

/** The conventions that a table of layers depends on. */
const SWITCHES = ["macs", "units", "rounding"] as const;

/** What goes in, the type of number, and what is meant by the words. */
export function Settings({ form, ownInput, problem, onChange }: SettingsProps) {
  const id = useId();
  return (
    <div className={styles.settings}>
      <div className={sheet.field}>
        <label htmlFor={id}>Input shape</label>
        <input
          id={id}
          autoComplete="off"
          spellCheck={false}
          placeholder={ownInput ?? "1×3×224×224"}
          aria-describedby={`${id}-says`}
          aria-invalid={problem !== undefined}
          value={form.input}
          onChange={(event) => onChange({ ...form, input: event.target.value })}
        />
        <p
          id={`${id}-says`}
          className={problem === undefined ? sheet.note : sheet.problem}
          aria-live="polite"
        >
          {problem ??
            (form.input === "" && ownInput !== undefined
              ? `The code says ${ownInput}`
              : "N×C×H×W, or C×H×W; for Keras the channels last")}
        </p>
      </div>
      <Choice
        title="Type of number"
        value={form.dtype}
        choices={DTYPES.map((name) => [name, name])}
        onChange={(value) =>
          onChange({ ...form, dtype: DTYPES.find((name) => name === value) ?? BLANK.dtype })
        }
      />
      {SWITCHES.map((name) => (
        <Choice
          key={name}
          title={CONVENTION_WORDS[name].title}
          value={form.conventions[name]}
          choices={Object.entries(CONVENTION_WORDS[name].choices)}
          onChange={(value) =>
            onChange({ ...form, conventions: withChoice(form.conventions, name, value) })
          }
        />
      ))}
    </div>
  );
}
