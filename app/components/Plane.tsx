"use client";

import type { CellScene, PlaneScene } from "../scene/types";
import { Cell } from "./Cell";
import type { CellState } from "./TensorPicture";
import styles from "./Plane.module.css";
import { Spotlight } from "./Spotlight";

export interface PlaneProps {
  readonly label: string;
  readonly plane: PlaneScene;
  readonly stateOf: (cell: CellScene) => CellState;
  /** Whether Tab enters the tensor here. */
  readonly first: boolean;
  readonly onPoint?: ((cell: CellScene | null) => void) | undefined;
  readonly onPin?: ((cell: CellScene) => void) | undefined;
}

/** One H×W plane of a tensor. */
export function Plane({ label, plane, stateOf, first, onPoint, onPin }: PlaneProps) {
  const states = plane.rows.map((row) => row.cells.map(stateOf));
  return (
    <div className={styles.plane}>
      <Spotlight lit={states.map((row) => row.map((state) => state.lit))} />
      <table role="grid" aria-label={label} className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <td />
            {plane.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plane.rows.map((row, y) => (
            <tr key={row.title}>
              <th scope="row" className="visually-hidden">
                {row.title}
              </th>
              {row.cells.map((cell, x) => (
                <Cell
                  key={cell.at.join()}
                  cell={cell}
                  state={states[y]?.[x]}
                  entry={first && y === 0 && x === 0}
                  onPoint={onPoint}
                  onPin={onPin}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {plane.title ? <p className={styles.title}>{plane.title}</p> : null}
    </div>
  );
}
