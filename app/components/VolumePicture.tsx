import type { TensorScene } from "../scene/types";
import type { VolumeScene } from "../scene/volume";
import { TensorCaption } from "./TensorCaption";
import styles from "./VolumePicture.module.css";

const MARGIN = 26;

export interface VolumePictureProps {
  readonly tensor: TensorScene;
  readonly volume: VolumeScene;
}

/** A tensor too large for cells: one sheet a channel, its sizes written along the edges. */
export function VolumePicture({ tensor, volume }: VolumePictureProps) {
  const { width, height, sheets, rows, columns, channels, count } = volume;
  const front = sheets.at(-1) ?? { x: 0, y: 0 };
  const back = sheets[0] ?? front;
  return (
    <figure className={styles.volume} data-role={tensor.role}>
      <div className={styles.drawing}>
        {count > 1 ? <span className={styles.count}>{count} ×</span> : null}
        <svg
          viewBox={`${-MARGIN} ${-MARGIN} ${width + back.x + 2 * MARGIN} ${height + front.y + 2 * MARGIN}`}
          width={width + back.x + 2 * MARGIN}
          className={styles.svg}
          role="img"
          aria-label={`${count > 1 ? `${count} stacks of ` : ""}${channels} sheets of ${rows} by ${columns}`}
        >
          {sheets.map(({ x, y }) => (
            <rect
              key={x}
              x={x}
              y={y}
              width={width}
              height={height}
              rx={8}
              className={styles.sheet}
            />
          ))}
          <text x={front.x + width / 2} y={front.y + height + 17} textAnchor="middle">
            {columns}
          </text>
          <text x={front.x - 8} y={front.y + height / 2 + 4} textAnchor="end">
            {rows}
          </text>
          {channels > 1 ? (
            <text x={back.x + width + 6} y={back.y + 2} textAnchor="start" className={styles.depth}>
              {channels}
            </text>
          ) : null}
        </svg>
      </div>
      <TensorCaption tensor={tensor} />
    </figure>
  );
}
