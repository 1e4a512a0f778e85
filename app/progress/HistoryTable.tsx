import type { Day } from "@/lib/progress";
import { Bar } from "./MasteryBar";
import styles from "./Table.module.css";

const MOST_DAYS = 14;

/** How much was practised on which day. */
export function HistoryTable({ days }: { readonly days: readonly Day[] }) {
  const shown = days.slice(0, MOST_DAYS);
  const most = Math.max(...shown.map(({ problems }) => problems));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Problems by day, the latest first</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Problems</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ day, problems, solved }) => (
          <tr key={day} className={styles.day}>
            <th scope="row" className={styles.name}>
              <time dateTime={day}>{inWords(day)}</time>
            </th>
            <td>
              <Bar share={problems / most} from={solved / most} />
              <span className={styles.number}>
                {solved} of {problems} solved
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inWords(day: string): string {
  const date = new Date(`${day}T12:00`);
  return date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long" });
}
