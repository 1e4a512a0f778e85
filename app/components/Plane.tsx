"use client";

import type { CellScene, PlaneScene } from "../scene/types";
import { Cell, type CellHandlers } from "./Cell";
import styles from "./Plane.module.css";
import { Spotlight } from "./Spotlight";
import type { CellState } from "./cell-state";

export interface PlaneProps extends CellHandlers {
  readonly label: string;
  /** Shown beneath; empty where there is nothing to tell apart. */
  readonly title: string;
  readonly plane: PlaneScene;
  readonly stateOf: (cell: CellScene) => CellState;
  /** Whether Tab enters the tensor here. */
  readonly first: boolean;
}

/** One H×W plane of a tensor. */
export function Plane({ label, title, plane, stateOf, first, onPoint, onKeyDown }: PlaneProps) {
  return (
    <div className={styles.plane}>
      <Spotlight lit={plane.rows.map((row) => row.cells.map((cell) => stateOf(cell).lit))} />
      <table className={styles.table} aria-label={label}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">row</th>
            {plane.columns.map((column) => (
              <th key={column} scope="col">
                {column}
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
                <td key={cell.at.join()} className={styles.place}>
                  <Cell
                    cell={cell}
                    state={stateOf(cell)}
                    entry={first && y === 0 && x === 0}
                    onPoint={onPoint}
                    onKeyDown={onKeyDown}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {title ? <p className={styles.title}>{title}</p> : null}
    </div>
  );
}
