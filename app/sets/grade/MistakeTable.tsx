import { useState } from "react";
import type { GradeView } from "./engine/types";
import styles from "./GradeResult.module.css";

/** So many mistakes are shown before all are asked for. */
const FEW = 10;

/** What was done wrong: a bar a mistake, as long as its share of the class. It is a table, so that it can be read out. */
export function MistakeTable({ mistakes }: Pick<GradeView, "mistakes">) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? mistakes : mistakes.slice(0, FEW);
  return (
    <section className={styles.block} aria-labelledby="mistakes">
      <h3 id="mistakes">Mistakes</h3>
      {mistakes.length === 0 ? (
        <p className={styles.soft}>None that has a name.</p>
      ) : (
        <table className={styles.mistakes} aria-labelledby="mistakes">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Share of the class</th>
              <th scope="col">Mistake</th>
              <th scope="col">Questions</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ percent, share, words, questions }) => (
              <tr key={words + questions}>
                <td className={styles.share}>{percent}</td>
                <th scope="row">
                  {words}
                  <Bar share={share} />
                </th>
                <td className={styles.where}>
                  <span aria-hidden="true">Q </span>
                  {questions}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mistakes.length > shown.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          Show all {mistakes.length}
        </button>
      ) : null}
    </section>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} width="100" height="10" />
      <rect className={styles.fill} width={Math.max(1, 100 * share)} height="10" />
    </svg>
  );
}
