"use client";

import { useId } from "react";
import { leadingIndices, planeTitle } from "../scene/planes";
import { joinPlanes, planesOf, type TensorField as Name } from "./fields";
import { GridField } from "./GridField";
import { withPlane } from "./resize";
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
  /** The axes before height and width. */
  readonly axes: readonly number[];
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A tensor to be changed: its numbers, or only its sizes. */
export function TensorField({ name, text, sizesOnly, axes, problem, onChange }: TensorFieldProps) {
  const id = useId();
  const label = LABELS[name];
  const planes = planesOf(text);
  const names = leadingIndices([...axes, 1, 1]).map((lead) => planeTitle(lead, name));
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
        <div className={styles.planes} style={{ "--across": axes.at(-1) ?? 1 }}>
          {planes.map((cells, index) => (
            <div key={names[index] ?? index}>
              <GridField
                label={[label, names[index]].filter(Boolean).join(", ")}
                cells={cells}
                resizable={index === planes.length - 1}
                onChange={(changed) => onChange(joinPlanes(withPlane(planes, index, changed)))}
              />
              {names[index] ? <p className={styles.plane}>{names[index]}</p> : null}
            </div>
          ))}
        </div>
      )}
      <p id={id} className={styles.problem} aria-live="polite">
        {problem}
      </p>
    </fieldset>
  );
}
