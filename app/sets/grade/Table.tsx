import type { ReactNode } from "react";
import styles from "./GradeResult.module.css";

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Whether it names the row. */
  readonly isHead?: boolean;
}

export interface TableProps<Row> {
  readonly labelledBy: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly { readonly name: string; readonly row: Row }[];
}

/** It takes the focus, so that the arrow keys move it. */
const MOVED = { role: "region", tabIndex: 0 } as const;

/** A table that is moved sideways in a frame of its own where it is wider than the screen. */
export function Table<Row>({ labelledBy, columns, rows }: TableProps<Row>) {
  return (
    <div className={styles.frame} aria-labelledby={labelledBy} {...MOVED}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map(({ heading, isNumber }) =>
              heading === "" ? (
                <td key={heading} />
              ) : (
                <th key={heading} scope="col" data-number={isNumber}>
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, row }) => (
            <tr key={name}>
              {columns.map(({ heading, cell, isNumber, isHead }) =>
                isHead ? (
                  <th key={heading} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={heading} data-number={isNumber}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
