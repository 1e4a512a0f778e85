"use client";

import { useId } from "react";
import { cellsOf, joinCells, type TensorField as Name } from "./fields";
import { GridField } from "./GridField";
import { ShapeField } from "./ShapeField";
import styles from "./TensorField.module.css";

const LABELS: Readonly<Record<Name, string>> = {
  x: "input X",
  w: "kernel K",
  dy: "gradient G",
};
const ROLES: Readonly<Record<Name, string>> = { x: "input", w: "kernel", dy: "gradient" };

export interface TensorFieldProps {
  readonly name: Name;
  readonly text: string;
  /** Whether only its sizes are given. */
  readonly sizesOnly: boolean;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A tensor to be changed: its numbers, or only its sizes. */
export function TensorField({ name, text, sizesOnly, problem, onChange }: TensorFieldProps) {
  const id = useId();
  const label = LABELS[name];
  return (
    <fieldset
      className={styles.field}
      data-role={ROLES[name]}
      aria-describedby={problem ? id : undefined}
    >
      <legend className={styles.label}>{label}</legend>
      {sizesOnly ? (
        <ShapeField
          label={label}
          sizes={text.split("x")}
          onChange={(sizes) => onChange(sizes.join("x"))}
        />
      ) : (
        <GridField
          label={label}
          cells={cellsOf(text)}
          onChange={(cells) => onChange(joinCells(cells))}
        />
      )}
      <p id={id} className={styles.problem} aria-live="polite">
        {problem}
      </p>
    </fieldset>
  );
}
