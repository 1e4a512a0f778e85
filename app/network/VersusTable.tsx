import { Bar } from "./Bar";
import type { Versus } from "./engine/types";
import styles from "./Panels.module.css";

/** Two things beside each other; the bars of a line have one scale. */
export function VersusTable({ versus: { names, lines } }: { readonly versus: Versus }) {
  return (
    <table className={styles.figures}>
      <caption className="visually-hidden">{names.join(" beside ")}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">times</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, sides, ratio }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {sides.map(({ text, part }, index) => (
              <td key={names[index]}>
                {text}
                {part === undefined ? null : <Bar part={part} />}
              </td>
            ))}
            <td className={styles.soft}>{ratio}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
