import { useId } from "react";
import type { PlotFigure, Series } from "@/lib/lab";
import key from "./Key.module.css";
import styles from "./Plot.module.css";
import { type Scale, scaleOf } from "./scale";
import { written } from "./written";

const [WIDTH, HEIGHT] = [520, 300];
const [LEFT, RIGHT, TOP, BOTTOM] = [74, 28, 14, 54];

/** So that lines are told apart without their colour. */
const DASHES = ["", "7 5", "2 5", "11 4 2 4"];

/** Lines over two axes, a key beneath, and a table for those who listen. */
export function PlotView({ figure }: { readonly figure: PlotFigure }) {
  const id = useId();
  const points = figure.series.flatMap((series) => series.points);
  const x = scaleOf(
    figure.x,
    points.map(([at]) => at),
  );
  const y = scaleOf(
    figure.y,
    points.map(([, value]) => value),
  );
  return (
    <>
      <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <Grid x={x} y={y} />
        {figure.series.map((series, index) => (
          <Line key={series.label} series={series} x={x} y={y} dash={DASHES[index % 4] ?? ""} />
        ))}
        <text className={styles.axis} x={across(0.5)} y={HEIGHT - 6} textAnchor="middle">
          {figure.x.label}
        </text>
        <text
          className={styles.axis}
          transform={`translate(14 ${up(0.5)}) rotate(-90)`}
          textAnchor="middle"
        >
          {figure.y.label}
        </text>
      </svg>
      <ul className={key.list} id={id}>
        {figure.series.map(({ label, role, dots }, index) => (
          <li key={label} data-role={role}>
            <svg viewBox="0 0 34 10" className={styles.swatch} aria-hidden="true">
              {dots ? (
                <circle cx="17" cy="5" r="4.5" />
              ) : (
                <line x1="1" x2="33" y1="5" y2="5" strokeDasharray={DASHES[index % 4]} />
              )}
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <PointsTable figure={figure} />
    </>
  );
}

function across(place: number): number {
  return LEFT + place * (WIDTH - LEFT - RIGHT);
}

function up(place: number): number {
  return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
}

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
}

function Grid({ x, y }: Axes) {
  return (
    <g className={styles.grid}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={across(0)} x2={across(1)} y1={up(y.place(tick))} y2={up(y.place(tick))} />
          <text x={across(0) - 8} y={up(y.place(tick)) + 4} textAnchor="end">
            {y.write(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text key={tick} x={across(x.place(tick))} y={up(0) + 20} textAnchor="middle">
          {x.write(tick)}
        </text>
      ))}
    </g>
  );
}

function Line({ series, x, y, dash }: Axes & { readonly series: Series; readonly dash: string }) {
  const places = series.points.map(([at, value]) => [across(x.place(at)), up(y.place(value))]);
  const path = places.map(([left, top], index) => `${index === 0 ? "M" : "L"}${left} ${top}`);
  return (
    <g className={styles.series} data-role={series.role}>
      {series.dots ? null : <path d={path.join("")} strokeDasharray={dash} />}
      {series.dots || places.length <= 16
        ? places.map(([left, top]) => (
            <circle key={`${left} ${top}`} cx={left} cy={top} r={series.dots ? 5 : 3.2} />
          ))
        : null}
    </g>
  );
}

function PointsTable({ figure: { title, x, y, series } }: { readonly figure: PlotFigure }) {
  return (
    <div className="visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">line</th>
            <th scope="col">{x.label}</th>
            <th scope="col">{y.label}</th>
          </tr>
        </thead>
        <tbody>
          {series.flatMap(({ label, points }) =>
            points.map(([at, value]) => (
              <tr key={`${label} ${at} ${value}`}>
                <th scope="row">{label}</th>
                <td>{written(at)}</td>
                <td>{written(value)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
