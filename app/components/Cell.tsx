"use client";

import type { CellScene } from "../scene/types";
import { signed } from "../scene/signed";
import styles from "./Cell.module.css";
import type { CellState } from "./TensorPicture";

export interface CellProps {
  readonly cell: CellScene;
  readonly state: CellState | undefined;
  /** Whether Tab lands here. */
  readonly entry: boolean;
  readonly onPoint?: ((cell: CellScene | null) => void) | undefined;
  readonly onPin?: ((cell: CellScene) => void) | undefined;
}

/** One number of a tensor. */
export function Cell({ cell, state, entry, onPoint, onPin }: CellProps) {
  const hidden = state?.hidden ?? false;
  return (
    <td
      role="gridcell"
      tabIndex={entry ? 0 : -1}
      className={styles.cell}
      data-at={cell.at.join()}
      data-kind={cell.kind}
      data-lit={state?.lit || undefined}
      data-empty={hidden || undefined}
      data-negative={(!hidden && cell.negative) || undefined}
      style={{ "--strength": hidden ? 0 : cell.strength } as React.CSSProperties}
      onPointerEnter={(event) => event.pointerType === "mouse" && onPoint?.(cell)}
      onFocus={() => onPoint?.(cell)}
      onClick={() => onPin?.(cell)}
    >
      <Value cell={cell} hidden={hidden} asked={state?.asked ?? false} />
      {state?.factor === undefined ? null : (
        <span className={styles.factor}>
          <span className="visually-hidden">, </span>×{signed(state.factor)}
        </span>
      )}
    </td>
  );
}

function Value({
  cell,
  hidden,
  asked,
}: Omit<CellProps, "state" | "entry"> & { hidden: boolean; asked: boolean }) {
  if (hidden) {
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
  if (cell.text === null) return <span className="visually-hidden">a cell</span>;
  return (
    <>
      {cell.text}
      {cell.kind === "value" ? null : <span className="visually-hidden">, {cell.kind}</span>}
    </>
  );
}
