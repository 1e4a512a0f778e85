"use client";

import type { KeyboardEvent } from "react";
import { narrow, narrowest, signed } from "../scene/signed";
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
  const written = state.soFar ?? cell.text ?? "";
  const short = narrow(written);
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
      data-long={(!state.hidden && short.length > 4) || undefined}
      title={state.hidden || short === written ? undefined : written}
      style={{ "--strength": state.hidden ? 0 : cell.strength, "--characters": short.length }}
      onPointerEnter={(event) => event.pointerType === "mouse" && onPoint?.(cell)}
      onFocus={() => onPoint?.(cell)}
      onClick={() => onPoint?.(cell)}
      onKeyDown={(event) => onKeyDown(event, cell)}
    >
      {state.hidden ? (
        <Hidden cell={cell} asked={state.asked} />
      ) : (
        <Shown cell={cell} written={written} short={short} />
      )}
      {state.factor === undefined ? null : (
        <span className={styles.factor} data-role={state.factorRole}>
          <span className="visually-hidden">, </span>×{narrowest(signed(state.factor))}
        </span>
      )}
    </button>
  );
}

/** By what the cell shows, which may be less than its final value. */
function isNegative(cell: CellScene, soFar: string | undefined): boolean {
  return soFar === undefined ? cell.negative : soFar.startsWith("−");
}

interface ShownProps {
  readonly cell: CellScene;
  readonly written: string;
  /** The same as there is room for it. */
  readonly short: string;
}

function Shown({ cell, written, short }: ShownProps) {
  if (written === "") return <span className="visually-hidden">a cell</span>;
  return (
    <>
      {short === written ? (
        written
      ) : (
        <>
          <span aria-hidden="true">{short}</span>
          <span className="visually-hidden">{written}</span>
        </>
      )}
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
