import { useId } from "react";
import type { FlowFigure } from "@/lib/lab";
import { MOVED } from "./moved";
import styles from "./Flow.module.css";
import { BOX, type FlowLayout, layOut } from "./flow-layout";

/** Boxes and arrows, from left to right where there is room, else from top to bottom; a list for those who listen. */
export function FlowView({ figure }: { readonly figure: FlowFigure }) {
  const nameOf = (id: string) => figure.boxes.find((box) => box.id === id)?.label ?? id;
  return (
    <>
      <div className={styles.across}>
        <Drawing layout={layOut(figure, false)} />
      </div>
      <div aria-label={figure.title} {...MOVED} className={`${styles.upright} sideways`}>
        <Drawing layout={layOut(figure, true)} />
      </div>
      <ul className="visually-hidden">
        {figure.boxes.map(({ id, label, note }) => (
          <li key={id}>
            {label}
            {note ? `, ${note}` : ""}
          </li>
        ))}
        {figure.arrows.map(({ from, to, label }) => (
          <li key={`${from} ${to}`}>
            {nameOf(from)} leads to {nameOf(to)}
            {label ? `: ${label}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}

const LINE = 16;

function Drawing({ layout: { width, height, boxes, arrows } }: { readonly layout: FlowLayout }) {
  const head = useId();
  return (
    <svg
      className={styles.flow}
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      style={{ "--width": `${width}px` }}
      aria-hidden="true"
    >
      <marker
        id={head}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path className={styles.head} d="M0 0L8 4L0 8Z" />
      </marker>
      {arrows.map(({ path, label, at: [x, y] }) => (
        <g key={path}>
          <path className={styles.arrow} d={path} markerEnd={`url(#${head})`} />
          {label ? (
            <text className={styles.label} x={x} y={y - 6} textAnchor="middle">
              {label}
            </text>
          ) : null}
        </g>
      ))}
      {boxes.map(({ id, x, y, lines, note, role }) => {
        const rows = lines.length + (note ? 1 : 0);
        const top = y + BOX.height / 2 - ((rows - 1) * LINE) / 2 + 4.5;
        return (
          <g key={id} className={styles.box} data-role={role}>
            <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="10" />
            {lines.map((line, row) => (
              <text key={line} x={x + BOX.width / 2} y={top + row * LINE} textAnchor="middle">
                {line}
              </text>
            ))}
            {note ? (
              <text
                className={styles.note}
                x={x + BOX.width / 2}
                y={top + lines.length * LINE}
                textAnchor="middle"
              >
                {note}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
