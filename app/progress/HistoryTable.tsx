import type { Day } from "@/lib/progress";
import { HiddenHead } from "./HiddenHead";
import { Bar } from "./MasteryBar";
import styles from "./Table.module.css";

const MOST_DAYS = 14;

/** How much was practised on which day. */
export function HistoryTable({ days }: { readonly days: readonly Day[] }) {
  const shown = days.slice(0, MOST_DAYS);
  const most = Math.max(...shown.map(({ problems }) => problems));
  return (
    <div className={styles.card}>
      <table className={styles.table}>
        <caption className="visually-hidden">Problems by day, the latest first</caption>
        <HiddenHead columns={["Day", "Problems"]} />
        <tbody className={styles.plain}>
          {shown.map(({ day, problems, solved }) => (
            <tr key={day}>
              <th scope="row" className={styles.name}>
                <time dateTime={day}>{inWords(day)}</time>
              </th>
              <td>
                <span className={styles.measure}>
                  <Bar share={solved / most} of={problems / most} />
                  <span className={styles.number}>
                    {solved} of {problems} solved
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inWords(day: string): string {
  const date = new Date(`${day}T12:00`);
  return date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long" });
}
