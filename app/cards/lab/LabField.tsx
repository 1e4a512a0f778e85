"use client";

import { useId } from "react";
import { Choice } from "../../components/Choice";
import { NumberField } from "../../components/NumberField";
import { GridField } from "../../own/GridField";
import type { Field } from "@/lib/lab";
import styles from "./Lab.module.css";
import type { Typed } from "./typed";

export interface LabFieldProps {
  readonly field: Field;
  readonly typed: Typed[string];
  readonly problem: string | undefined;
  readonly onChange: (typed: Typed[string]) => void;
}

/** One field of a lab, with what does not fit under it. */
export function LabField({ field, typed, problem, onChange }: LabFieldProps) {
  const id = useId();
  if (field.kind === "choice" && typeof typed === "string") {
    return (
      <Choice
        title={field.label}
        value={typed}
        choices={field.options.map(({ value, label }) => [value, label] as const)}
        onChange={onChange}
      />
    );
  }
  return (
    <fieldset
      className={styles.field}
      data-role={field.kind === "grid" ? field.role : undefined}
      aria-describedby={problem ? id : undefined}
    >
      <legend className={styles.label}>{field.label}</legend>
      {field.kind === "grid" && typeof typed !== "string" ? (
        <GridField
          label={field.label}
          cells={typed}
          resizable={field.most !== undefined}
          most={field.most}
          heads={field.columns}
          onChange={onChange}
        />
      ) : null}
      {field.kind === "number" && typeof typed === "string" ? (
        <NumberField
          label={field.label}
          value={typed}
          signed={field.least < 0}
          onChange={onChange}
        />
      ) : null}
      <p id={id} className={styles.problem} aria-live="polite">
        {problem}
      </p>
    </fieldset>
  );
}
