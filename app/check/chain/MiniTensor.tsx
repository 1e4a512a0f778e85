import own from "./Values.module.css";
import type { Plane } from "./engine/types";

export interface MiniTensorProps {
  readonly planes: readonly Plane[];
  readonly name: string;
}

/** A small tensor's numbers, plane beside plane. */
export function MiniTensor({ planes, name }: MiniTensorProps) {
  return (
    <div className={own.mini}>
      {planes.map(({ title, rows }, index) => (
        <table key={title || index} className={own.plane}>
          <caption className="visually-hidden">{`${name} ${title}`}</caption>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
