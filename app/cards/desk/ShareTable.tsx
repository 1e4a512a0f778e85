import type { ReactNode } from "react";
import { HiddenHead } from "../../progress/HiddenHead";
import { Bar } from "../../progress/MasteryBar";
import table from "../../progress/Table.module.css";

export interface ShareRow {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  /** The same in words. */
  readonly words: string;
  readonly more?: ReactNode;
}

export interface ShareTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly ShareRow[];
}

/** Shares as bars for the eye, in a table that can be read aloud. */
export function ShareTable({ caption, columns, rows }: ShareTableProps) {
  return (
    <div className={table.card}>
      <table className={table.table}>
        <caption className="visually-hidden">{caption}</caption>
        <HiddenHead columns={columns} />
        <tbody className={table.plain}>
          {rows.map(({ name, share, words, more }) => (
            <tr key={name}>
              <th scope="row" className={table.name}>
                {name}
              </th>
              <td>
                <span className={table.measure}>
                  <Bar share={share} />
                  <span className={table.number}>{words}</span>
                </span>
              </td>
              {more === undefined ? null : <td className={table.level}>{more}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
