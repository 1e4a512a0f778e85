"use client";

import { useId, useState } from "react";
import { signed } from "../scene/signed";
import type { Large } from "./engine/large";
import styles from "./Result.module.css";

const SIDE = 8;
const AXES = ["image", "channel", "row", "column"];

/** A tensor too large for cells: eight rows and columns of it, wherever one looks. */
export function WindowTable({ tensor: { title, shape, data } }: { readonly tensor: Large }) {
  const id = useId();
  const [from, setFrom] = useState<readonly number[]>(shape.map(() => 0));
  const sizes = shape.length < 2 ? [1, ...shape] : shape;
  const start = shape.length < 2 ? [0, ...from] : from;
  const [height = 1, width = 1] = sizes.slice(-2);
  const [top = 0, left = 0] = start.slice(-2);
  const plane = start
    .slice(0, -2)
    .reduce((place, index, axis) => place * (sizes[axis] ?? 1) + index, 0);
  const rows = span(top, Math.min(height, top + SIDE));
  const columns = span(left, Math.min(width, left + SIDE));

  return (
    <figure className={styles.window}>
      <figcaption className={styles.windowTitle}>
        {title} <span>{shape.join("×")}</span>
      </figcaption>
      <div className={styles.sliders}>
        {shape.map((size, axis) => {
          const name = AXES[axis + AXES.length - shape.length] ?? "entry";
          const isPlane = axis >= shape.length - 2;
          const last = Math.max(0, isPlane ? size - SIDE : size - 1);
          return last === 0 ? null : (
            <label key={name} htmlFor={`${id}-${axis}`}>
              {isPlane ? `from ${name}` : name} {from[axis] ?? 0}
              <input
                id={`${id}-${axis}`}
                type="range"
                min={0}
                max={last}
                value={Math.min(last, from[axis] ?? 0)}
                onChange={(event) => setFrom(from.with(axis, Number(event.target.value)))}
              />
            </label>
          );
        })}
      </div>
      <div className={styles.scroll} role="group" aria-label={title}>
        <table className={styles.cells}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => (
                  <td key={column}>
                    {signed(data[(plane * height + row) * width + column] ?? Number.NaN)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
