import type { BarsFigure } from "@/lib/lab";
import styles from "./Bars.module.css";
import { written } from "./written";

/** Amounts as bars with their numbers, in a table that can be read as one. */
export function BarsView({ figure: { title, unit, bars } }: { readonly figure: BarsFigure }) {
  const most = Math.max(0, ...bars.map(({ value }) => Math.abs(value)));
  return (
    <table className={styles.bars}>
      <caption className="visually-hidden">
        {title}, in {unit}
      </caption>
      <tbody>
        {bars.map(({ label, value, role }) => (
          <tr key={label} data-role={role}>
            <th scope="row">{label}</th>
            <td className={styles.value}>{written(value)}</td>
            <td className={styles.place} aria-hidden="true">
              <span
                className={styles.bar}
                style={{ inlineSize: `${most === 0 ? 0 : (100 * Math.abs(value)) / most}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td />
          <td className={styles.unit} colSpan={2}>
            {unit}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
