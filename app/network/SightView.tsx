"use client";

import { useId } from "react";
import sheet from "../components/Sheet.module.css";
import type { Sight } from "./engine/types";
import results from "./Results.module.css";
import styles from "./SightView.module.css";

export interface SightViewProps {
  readonly sight: Sight;
  /** A layer's place, with the row and column of a unit. */
  readonly onUnit: (unit: string) => void;
}

/** The part of the input that one unit sees, and what its neighbour to the right sees. */
export function SightView({ sight, onUnit }: SightViewProps) {
  const id = useId();
  const { layers, place, at, last, words } = sight;
  return (
    <section aria-labelledby={id} className={results.section}>
      <h2 id={id} className={results.title}>
        What a unit sees
      </h2>
      <div className={styles.card}>
        <div className={styles.controls}>
          <label className={sheet.field}>
            Layer
            <select value={place} onChange={(event) => onUnit(event.target.value)}>
              {layers.map((one) => (
                <option key={one.place} value={one.place}>
                  {one.words}
                </option>
              ))}
            </select>
          </label>
          {(["row", "column"] as const).map((axis, index) =>
            (last[index] ?? 0) === 0 ? null : (
              <label key={axis} className={styles.slider}>
                {axis} {at[index]}
                <input
                  type="range"
                  min={0}
                  max={last[index]}
                  value={at[index]}
                  onChange={(event) =>
                    onUnit([place, ...at.with(index, Number(event.target.value))].join())
                  }
                />
              </label>
            ),
          )}
          <p className={styles.words} aria-live="polite">
            {words}
          </p>
          <p className={styles.key}>
            <span>
              <span className={styles.seen} /> what it sees
            </span>
            {(last[1] ?? 0) > 0 ? (
              <span>
                <span className={styles.next} /> what the next unit sees
              </span>
            ) : null}
          </p>
        </div>
        <SightPicture sight={sight} />
      </div>
    </section>
  );
}

/** Rows and columns are drawn where there are so few that each can be told. */
const MOST_LINES = 40;

function SightPicture({ sight }: Pick<SightViewProps, "sight">) {
  const { input, top, left, height, width, jump, at, last, words } = sight;
  const hasNext = at[1] < last[1];
  const right = Math.max(input[1], left + width + (hasNext ? jump[1] : 0));
  const bottom = Math.max(input[0], top + height);
  const [x, y] = [Math.min(0, left), Math.min(0, top)];
  const margin = Math.max(right - x, bottom - y) * 0.03;
  const box = [x - margin, y - margin, right - x + 2 * margin, bottom - y + 2 * margin];
  const hasLines = Math.max(...input) <= MOST_LINES;
  return (
    <svg className={styles.picture} viewBox={box.join(" ")} role="img" aria-label={words}>
      <rect className={styles.input} width={input[1]} height={input[0]} />
      {hasLines ? <Lines input={input} /> : null}
      {hasNext ? (
        <rect
          className={styles.nextField}
          x={left + jump[1]}
          y={top}
          width={width}
          height={height}
        />
      ) : null}
      <rect className={styles.field} x={left} y={top} width={width} height={height} />
    </svg>
  );
}

function Lines({ input: [height, width] }: Pick<Sight, "input">) {
  const down = Array.from({ length: width - 1 }, (_, index) => `M${index + 1} 0V${height}`);
  const across = Array.from({ length: height - 1 }, (_, index) => `M0 ${index + 1}H${width}`);
  return <path className={styles.lines} d={[...down, ...across].join("")} />;
}
