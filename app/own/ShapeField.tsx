"use client";

import styles from "./ShapeField.module.css";

const AXES: Readonly<Record<number, readonly string[]>> = {
  1: ["size"],
  2: ["height", "width"],
  3: ["channels", "height", "width"],
  4: ["filters", "channels", "height", "width"],
};

export interface ShapeFieldProps {
  readonly label: string;
  readonly sizes: readonly string[];
  readonly onChange: (sizes: readonly string[]) => void;
}

/** A tensor's sizes, one field an axis. */
export function ShapeField({ label, sizes, onChange }: ShapeFieldProps) {
  return (
    <div className={styles.sizes}>
      {sizes.map((size, axis) => {
        const name = AXES[sizes.length]?.[axis] ?? `axis ${axis}`;
        return (
          <label key={name} className={styles.size}>
            <input
              className={styles.field}
              aria-label={`${label}, ${name}`}
              inputMode="numeric"
              autoComplete="off"
              value={size}
              onChange={(event) =>
                onChange(
                  sizes.map((old, at) => (at === axis ? withoutParting(event.target.value) : old)),
                )
              }
            />
            <span>{name}</span>
          </label>
        );
      })}
    </div>
  );
}

/** The letter that parts the sizes in a link stands as the sign that it is read as. */
function withoutParting(text: string): string {
  return text.replaceAll("x", "×");
}
