"use client";

import { RUN_WORDS } from "@/content/network-run";
import { Bar } from "./Bar";
import type { Figured, RunRow, RunScene } from "./engine/types";
import styles from "./LayerTable.module.css";
import { useFirst } from "./use-first";

type Column = keyof typeof RUN_WORDS.heads;

const COLUMNS = [
  "values",
  "forward",
  "backward",
  "time",
  "macs",
  "rate",
  "output",
  "weights",
] as const satisfies readonly Column[];

/** The colour of a column's bars: gradients have their own. */
const ROLES: Readonly<Partial<Record<Column, string>>> = {
  forward: "output",
  backward: "gradient",
  time: "input",
  macs: "kernel",
};

/** More rows than this are drawn when they are asked for. */
const MOST_ROWS = 60;

/** Every layer of a run with its times, its shares and its norms. */
export function RunTable({ run: { rows, totals } }: { readonly run: RunScene }) {
  const { shown, more } = useFirst(rows, MOST_ROWS, "layers");
  return (
    <div className={styles.frame}>
      <table className={`${styles.table} ${styles.dense}`}>
        <caption className="visually-hidden">{RUN_WORDS.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {RUN_WORDS.heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span className={styles.id}>{row.id}</span>
                <span className={styles.kind}>{row.kind}</span>
              </th>
              {COLUMNS.map((column) => (
                <td
                  key={column}
                  data-title={RUN_WORDS.heads[column]}
                  data-empty={row[column] === "–" || undefined}
                >
                  <Cell row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {COLUMNS.map((column) => (
              <Total key={column} column={column} totals={totals} />
            ))}
          </tr>
        </tfoot>
      </table>
      {more}
    </div>
  );
}

function Cell({ row, column }: { readonly row: RunRow; readonly column: Column }) {
  const found: Figured | string = row[column];
  const { text, part } = typeof found === "string" ? { text: found, part: undefined } : found;
  return (
    <span className={styles.plain}>
      {text}
      {column === "values" && row.zeros !== undefined ? (
        <span className={styles.kind}>{row.zeros}</span>
      ) : null}
      {part === undefined ? null : (
        <span className={styles.bar} data-role={ROLES[column]}>
          <Bar part={part} />
        </span>
      )}
    </span>
  );
}

interface TotalProps {
  readonly column: Column;
  readonly totals: RunScene["totals"];
}

function Total({ column, totals }: TotalProps) {
  if (column !== "forward" && column !== "backward" && column !== "rate") {
    return <td className={styles.none} />;
  }
  return <td data-title={RUN_WORDS.heads[column]}>{totals[column]}</td>;
}
