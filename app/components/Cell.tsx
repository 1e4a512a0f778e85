"use client";

import type { KeyboardEvent } from "react";
import { signed } from "../scene/signed";
import type { CellScene } from "../scene/types";
import styles from "./Cell.module.css";
import type { CellState } from "./cell-state";

/** What happens when a cell is pointed at, or a key is pressed on it. */
export interface CellHandlers {
  readonly onPoint?: ((cell: CellScene | null) => void) | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, cell: CellScene) => void;
}

export interface CellProps extends CellHandlers {
  readonly cell: CellScene;
  readonly state: CellState;
  /** Whether Tab lands here. */
  readonly entry: boolean;
}

/** One number of a tensor. */
export function Cell({ cell, state, entry, onPoint, onKeyDown }: CellProps) {
  return (
    <button
      type="button"
      tabIndex={entry ? 0 : -1}
      className={styles.cell}
      data-at={cell.at.join()}
      data-kind={cell.kind}
      data-lit={state.lit || undefined}
      data-empty={state.hidden || undefined}
      data-negative={(!state.hidden && isNegative(cell, state.soFar)) || undefined}
      style={{ "--strength": state.hidden ? 0 : cell.strength }}
      onPointerEnter={(event) => event.pointerType === "mouse" && onPoint?.(cell)}
      onFocus={() => onPoint?.(cell)}
      onClick={() => onPoint?.(cell)}
      onKeyDown={(event) => onKeyDown(event, cell)}
    >
      {state.hidden ? (
        <Hidden cell={cell} asked={state.asked} />
      ) : (
        <Shown cell={cell} soFar={state.soFar} />
      )}
      {state.factor === undefined ? null : (
        <span className={styles.factor} data-role={state.factorRole}>
          <span className="visually-hidden">, </span>×{signed(state.factor)}
        </span>
      )}
    </button>
  );
}

/** By what the cell shows, which may be less than its final value. */
function isNegative(cell: CellScene, soFar: string | undefined): boolean {
  return soFar === undefined ? cell.negative : soFar.startsWith("−");
}

function Shown({ cell, soFar }: { readonly cell: CellScene; readonly soFar: string | undefined }) {
  const text = soFar ?? cell.text;
  if (text === null) return <span className="visually-hidden">a cell</span>;
  return (
    <>
      {text}
      {cell.kind === "value" ? null : <span className="visually-hidden">, {cell.kind}</span>}
    </>
  );
}

function Hidden({ cell, asked }: { readonly cell: CellScene; readonly asked: boolean }) {
  return (
    <>
      <span className={styles.placeholder} aria-hidden="true">
        {asked ? "?" : "·"}
      </span>
      <span className="visually-hidden">{asked ? "asked for" : "not yet worked out"}</span>
      <span className={styles.inPrint} aria-hidden="true">
        {cell.text}
      </span>
    </>
  );
}
