import type { TableFigure } from "@/lib/lab";
import { MOVED } from "./moved";
import styles from "./Table.module.css";
import { written } from "./written";

/** Figures in rows and columns, the first column naming the row. */
export function TableView({ figure: { title, head, rows } }: { readonly figure: TableFigure }) {
  return (
    <div aria-label={title} {...MOVED} className={`${styles.scroll} sideways`}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((cell) =>
              cell === "" ? (
                <td key={cell} />
              ) : (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells]) => (
            <tr key={name}>
              <th scope="row">{typeof name === "number" ? written(name) : name}</th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]} data-number={typeof cell === "number" || undefined}>
                  {typeof cell === "number" ? written(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
