"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Icon } from "../components/Icon";
import styles from "./GridField.module.css";
import { moveFrom, pastedCells } from "./grid-input";
import { type Cells, resizeColumns, resizeRows, withCell } from "./resize";

export interface GridFieldProps {
  readonly label: string;
  readonly cells: Cells;
  /** Of several planes one alone has the keys, and the others follow it. */
  readonly resizable: boolean;
  /** How many rows and columns there may be. */
  readonly most?: readonly [rows: number, columns: number] | undefined;
  /** What its columns are, where they differ in kind; their number is then fixed. */
  readonly heads?: readonly string[] | undefined;
  readonly onChange: (cells: Cells) => void;
}

/** Where a grid has a largest size, more may be pasted, so that it can be said what is too large. */
const LARGEST_PASTED = 16;

/** A tensor's numbers as fields in rows, with keys to add and take away rows and columns. */
export function GridField({ label, cells, resizable, most, heads, onChange }: GridFieldProps) {
  const table = useRef<HTMLTableElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, y: number, x: number) {
    const to = moveFrom(event.key, event.currentTarget, y, x);
    const target =
      to && table.current?.querySelector<HTMLInputElement>(`[data-cell="${to.join()}"]`);
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.select();
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = pastedCells(event.clipboardData.getData("text/plain"), most && LARGEST_PASTED);
    if (!pasted) return;
    event.preventDefault();
    onChange(pasted);
  }

  return (
    <div className={styles.grid}>
      <table ref={table} className={styles.table} aria-label={label}>
        {heads ? (
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {cells.map((row, y) => (
            <tr key={y}>
              {row.map((cell, x) => (
                <td key={x} className={styles.place}>
                  <input
                    className={styles.cell}
                    data-cell={`${y},${x}`}
                    aria-label={`${label}, row ${y}, ${heads?.[x] ?? `column ${x}`}`}
                    autoComplete="off"
                    inputMode="text"
                    value={cell.replace("-", "−")}
                    onChange={(event) =>
                      onChange(withCell(cells, y, x, event.target.value.replace("−", "-")))
                    }
                    onFocus={(event) => event.target.select()}
                    onKeyDown={(event) => onKeyDown(event, y, x)}
                    onPaste={onPaste}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {resizable && !heads && most?.[1] !== 1 ? (
        <Stepper
          className={styles.columns}
          what="column"
          onStep={(by) => onChange(resizeColumns(cells, by, most?.[1]))}
        />
      ) : null}
      {resizable && most?.[0] !== 1 ? (
        <Stepper
          className={styles.rows}
          what="row"
          onStep={(by) => onChange(resizeRows(cells, by, most?.[0], heads && cells.at(-1)))}
        />
      ) : null}
    </div>
  );
}

interface StepperProps {
  readonly className: string | undefined;
  readonly what: "row" | "column";
  readonly onStep: (by: 1 | -1) => void;
}

function Stepper({ className, what, onStep }: StepperProps) {
  return (
    <div className={className}>
      <button
        type="button"
        className={styles.step}
        aria-label={`One ${what} fewer`}
        onClick={() => onStep(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label={`One ${what} more`}
        onClick={() => onStep(1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
