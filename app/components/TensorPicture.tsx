"use client";

import { useRef } from "react";
import type { Lit } from "../scene/state";
import { cellKey, type CellScene, type PlaneScene, type TensorScene } from "../scene/types";
import type { CellState } from "./cell-state";
import { Plane } from "./Plane";
import { TensorCaption } from "./TensorCaption";
import styles from "./TensorPicture.module.css";
import { useCopy } from "./use-copy";
import { useGridKeys } from "./use-grid-keys";
import { useListener } from "./use-listener";

export interface TensorPictureProps {
  readonly tensor: TensorScene;
  readonly lit: Lit;
  /** The cells that have appeared so far; undefined where all have. */
  readonly revealed?: ReadonlySet<string> | undefined;
  /** The cell that is being asked for. */
  readonly asked?: string | undefined;
  /** Values that stand in place of the cells' own, by key. */
  readonly soFar?: Readonly<Record<string, string>> | undefined;
  readonly onPoint?: ((cell: CellScene | null) => void) | undefined;
}

/** A tensor as tables that one can read, walk with the arrow keys, point at and copy. */
export function TensorPicture({
  tensor,
  lit,
  revealed,
  asked,
  soFar,
  onPoint,
}: TensorPictureProps) {
  const figure = useRef<HTMLElement>(null);
  const onKeyDown = useGridKeys(figure, tensor, () => onPoint?.(null));
  useListener(figure, "pointerleave", () => onPoint?.(null));
  useCopy(figure, tensor);
  const stateOf = (cell: CellScene): CellState => {
    const key = cellKey(tensor.name, cell.at);
    return {
      lit: lit.cells.has(key),
      factor: lit.cells.get(key)?.factor,
      factorRole: lit.factorRole,
      hidden:
        tensor.appears &&
        cell.kind !== "cropped" &&
        revealed !== undefined &&
        !revealed.has(key) &&
        soFar?.[key] === undefined,
      asked: key === asked,
      soFar: soFar?.[key],
    };
  };
  const named = tensor.rowTitles.length === 0 && tensor.planes.length > 1;
  return (
    <figure ref={figure} className={styles.tensor} data-role={tensor.role}>
      <div className={styles.stack}>
        {rowsOf(tensor).map((planes, row) => (
          <div key={planes[0]?.title}>
            <div className={styles.planes}>
              {planes.map((plane, place) => (
                <Plane
                  key={plane.title}
                  label={`${tensor.words} ${tensor.spoken}, ${tensor.sizes} ${plane.title}`}
                  title={named ? plane.title : ""}
                  plane={plane}
                  stateOf={stateOf}
                  first={row === 0 && place === 0}
                  onPoint={onPoint}
                  onKeyDown={onKeyDown}
                />
              ))}
            </div>
            {tensor.rowTitles[row] ? (
              <p className={styles.rowTitle} aria-hidden="true">
                {tensor.rowTitles[row]}
              </p>
            ) : null}
          </div>
        ))}
      </div>
      <TensorCaption tensor={tensor} />
    </figure>
  );
}

/** The planes as they stand: weights have a row for each filter. */
function rowsOf({ planes, across }: TensorScene): PlaneScene[][] {
  return Array.from({ length: Math.ceil(planes.length / across) }, (_, row) =>
    planes.slice(row * across, (row + 1) * across),
  );
}
