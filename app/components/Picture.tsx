"use client";

import type { CSSProperties } from "react";
import type { CellRef, TensorName } from "@/lib/derivation";
import type { CellScene, PictureScene } from "../scene/types";
import styles from "./Picture.module.css";
import { TensorPicture } from "./TensorPicture";

/** A cell of one of the picture's tensors. */
export interface Pointed {
  readonly tensor: TensorName;
  readonly cell: CellScene;
}

export interface PictureProps {
  readonly picture: PictureScene;
  readonly lit: ReadonlyMap<string, CellRef>;
  readonly revealed?: ReadonlySet<string> | undefined;
  readonly asked?: string | undefined;
  readonly onPoint?: ((pointed: Pointed | null) => void) | undefined;
  readonly onPin?: ((pointed: Pointed) => void) | undefined;
}

/** Tensors side by side with the signs between them: input ⋆ kernel = output. */
export function Picture({ picture, lit, revealed, asked, onPoint, onPin }: PictureProps) {
  const room = { "--columns": picture.columns, "--signs": picture.signs } as CSSProperties;
  return (
    <div className={styles.frame}>
      <div className={styles.picture} style={room}>
        {picture.rows.map((row, index) => (
          <div key={index} className={styles.row}>
            {row.map((item, place) =>
              item.kind === "sign" ? (
                <span key={place} className={styles.sign} aria-hidden="true" data-sign={item.sign}>
                  {item.sign}
                </span>
              ) : (
                <TensorPicture
                  key={place}
                  tensor={item.tensor}
                  lit={lit}
                  revealed={revealed}
                  asked={asked}
                  onPoint={(cell) => onPoint?.(cell && { tensor: item.tensor.name, cell })}
                  onPin={(cell) => onPin?.({ tensor: item.tensor.name, cell })}
                />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
