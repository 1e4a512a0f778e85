import type { TensorScene } from "../scene/types";
import type { VolumeScene } from "../scene/volume";
import { TensorCaption } from "./TensorCaption";
import styles from "./VolumePicture.module.css";

export interface VolumePictureProps {
  readonly tensor: TensorScene;
  readonly volume: VolumeScene;
}

/** A tensor too large for cells: one sheet a channel, its sizes written along the edges. */
export function VolumePicture({ tensor, volume }: VolumePictureProps) {
  const { width, height, depth, sheets, rows, columns, channels, count } = volume;
  const sizes = { "--width": width, "--height": height, "--depth": depth };
  return (
    <figure className={styles.volume} data-role={tensor.role}>
      <div className={styles.drawing}>
        {count > 1 ? (
          <span className={styles.count} aria-hidden="true">
            {count} ×
          </span>
        ) : null}
        <div
          className={styles.stack}
          style={sizes}
          role="img"
          aria-label={`${count > 1 ? `${count} stacks of ` : ""}${channels} ${channels === 1 ? "sheet" : "sheets"} of ${rows} by ${columns}`}
        >
          {sheets.map(({ x, y }) => (
            <span key={x} className={styles.sheet} style={{ "--x": x, "--y": y }} />
          ))}
          <span className={styles.columns}>{columns}</span>
          <span className={styles.rows}>{rows}</span>
          {channels > 1 ? <span className={styles.channels}>{channels}</span> : null}
        </div>
      </div>
      <TensorCaption tensor={tensor} />
    </figure>
  );
}
