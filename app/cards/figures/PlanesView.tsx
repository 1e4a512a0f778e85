import type { GridItem, PlanesFigure, ShadesItem } from "@/lib/lab";
import { MOVED } from "./moved";
import styles from "./Planes.module.css";
import { written } from "./written";

/** Planes of numbers or of grey, with signs between them; each plane is a table. */
export function PlanesView({ figure }: { readonly figure: PlanesFigure }) {
  return (
    <div className={styles.line}>
      {figure.items.map((item, index) =>
        item.kind === "sign" ? (
          <span key={`${index} ${item.sign}`} className={styles.sign}>
            {item.sign}
          </span>
        ) : (
          <PlaneTable key={`${index} ${item.title}`} item={item} />
        ),
      )}
    </div>
  );
}

/** So many have room on a phone. */
const MOST_COLUMNS = 9;

function PlaneTable({ item }: { readonly item: GridItem | ShadesItem }) {
  const lit = new Set(item.lit?.map((at) => at.join()));
  const columns = Math.max(0, ...item.rows.map((row) => row.length));
  return (
    <div
      className={styles.item}
      {...(columns > MOST_COLUMNS ? { ...MOVED, "aria-label": item.title } : {})}
    >
      <table
        className={styles.plane}
        data-kind={item.kind}
        data-role={item.kind === "grid" ? item.role : "output"}
        data-small={columns > 6 || undefined}
      >
        <caption>{item.title}</caption>
        <tbody>
          {item.rows.map((row, y) => (
            <tr key={y}>
              {row.map((value, x) => (
                <td
                  key={x}
                  data-lit={lit.has(`${y},${x}`) || undefined}
                  data-negative={value < 0 || undefined}
                  style={item.kind === "shades" ? shade(value) : undefined}
                >
                  <span>{written(value)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Black to white, with the number in the ink that stands out from it. */
function shade(value: number) {
  const grey = Math.round(Math.min(255, Math.max(0, value)));
  return { background: `rgb(${grey} ${grey} ${grey})`, color: grey > 117 ? "#000" : "#fff" };
}
