import type { GradeView } from "./engine/types";
import styles from "./GradeResult.module.css";

const [WIDTH, HEIGHT, STEP, TOP] = [400, 150, 40, 18];

/** How many students have how many points: columns for the eye, a table for those who listen. */
export function PointsPlot({ points }: Pick<GradeView, "points">) {
  const most = Math.max(1, ...points.map(({ students }) => students));
  return (
    <section className={styles.block} aria-labelledby="points">
      <h3 id="points">Points</h3>
      <svg
        className={styles.columns}
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 26}`}
        aria-hidden="true"
        focusable="false"
      >
        {points.map(({ from, students }, at) => {
          const height = ((HEIGHT - TOP) * students) / most;
          const [x, middle] = [STEP * at, STEP * at + STEP / 2];
          return (
            <g key={from}>
              <rect x={x + 3} y={HEIGHT - height} width={STEP - 6} height={height} rx="3" />
              {students > 0 ? (
                <text x={middle} y={HEIGHT - height - 6} textAnchor="middle">
                  {students}
                </text>
              ) : null}
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <text x="3" y={HEIGHT + 20}>
          {points[0]?.from}
        </text>
        <text x={WIDTH / 2} y={HEIGHT + 20} textAnchor="middle">
          {points[points.length / 2]?.from}
        </text>
        <text x={WIDTH - 3} y={HEIGHT + 20} textAnchor="end">
          {points.at(-1)?.to} points
        </text>
      </svg>
      <table className="visually-hidden" aria-labelledby="points">
        <thead>
          <tr>
            <th scope="col">Points</th>
            <th scope="col">Students</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ from, to, students }) => (
            <tr key={from}>
              <th scope="row">
                {from} to {to}
              </th>
              <td>{students}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
