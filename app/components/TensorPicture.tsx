"use client";

import type { CellRef } from "@/lib/derivation";
import { cellKey, type CellScene, type TensorScene } from "../scene/types";
import { useGridKeys } from "./use-grid-keys";
import { Plane } from "./Plane";
import styles from "./TensorPicture.module.css";

/** What a cell shows beyond its value. */
export interface CellState {
  readonly lit: boolean;
  readonly factor?: number | undefined;
  readonly hidden: boolean;
  readonly asked: boolean;
}

export interface TensorPictureProps {
  readonly tensor: TensorScene;
  /** The lit cells by `cellKey`. */
  readonly lit: ReadonlyMap<string, CellRef>;
  /** The cells that have appeared so far; undefined where all have. */
  readonly revealed?: ReadonlySet<string> | undefined;
  /** The cell that is being asked for. */
  readonly asked?: string | undefined;
  readonly onPoint?: ((cell: CellScene | null) => void) | undefined;
  readonly onPin?: ((cell: CellScene) => void) | undefined;
}

/** A tensor as tables that one can read, walk with the arrow keys, point at and copy. */
export function TensorPicture({
  tensor,
  lit,
  revealed,
  asked,
  onPoint,
  onPin,
}: TensorPictureProps) {
  const keys = useGridKeys(tensor);
  const stateOf = (cell: CellScene): CellState => {
    const key = cellKey(tensor.name, cell.at);
    return {
      lit: lit.has(key),
      factor: lit.get(key)?.factor,
      hidden: tensor.appears && revealed !== undefined && !revealed.has(key),
      asked: key === asked,
    };
  };
  return (
    <figure
      ref={keys.ref}
      className={styles.tensor}
      data-role={tensor.role}
      onKeyDown={keys.onKeyDown}
      onCopy={keys.onCopy}
      onPointerLeave={() => onPoint?.(null)}
    >
      <div className={styles.planes}>
        {tensor.planes.map((plane, index) => (
          <Plane
            key={plane.title}
            label={`${tensor.words} ${tensor.spoken}, ${tensor.sizes} ${plane.title}`}
            plane={plane}
            stateOf={stateOf}
            first={index === 0}
            onPoint={onPoint}
            onPin={onPin}
          />
        ))}
      </div>
      <figcaption className={styles.caption}>
        <span>{tensor.words}</span>{" "}
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: tensor.symbol }} />
        <span className="visually-hidden">{tensor.spoken}</span>{" "}
        <span className={styles.sizes}>· {tensor.sizes}</span>
      </figcaption>
    </figure>
  );
}
