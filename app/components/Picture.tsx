"use client";

import type { TensorName } from "@/lib/derivation";
import type { Lit } from "../scene/state";
import type { CellScene, PictureItem, PictureScene } from "../scene/types";
import styles from "./Picture.module.css";
import { TensorPicture } from "./TensorPicture";
import { VolumePicture } from "./VolumePicture";

/** A cell of one of the picture's tensors. */
export interface Pointed {
  readonly tensor: TensorName;
  readonly cell: CellScene;
}

export interface PictureProps {
  readonly picture: PictureScene;
  readonly lit: Lit;
  readonly revealed?: ReadonlySet<string> | undefined;
  readonly asked?: string | undefined;
  readonly soFar?: Readonly<Record<string, string>> | undefined;
  readonly onPoint?: ((pointed: Pointed | null) => void) | undefined;
  /** Whether rows begin at the left, and not in the middle. */
  readonly fromLeft?: boolean;
}

function keyOf(item: PictureItem): string {
  return item.kind === "sign" ? item.key : item.tensor.name;
}

/** A sign stands in one group with the tensor after it, so that a line that breaks never ends in a sign. */
function withTheirSigns(row: readonly PictureItem[]): PictureItem[][] {
  const terms: PictureItem[][] = [];
  for (const item of row) {
    const open = terms.at(-1);
    if (open?.at(-1)?.kind === "sign") open.push(item);
    else terms.push([item]);
  }
  return terms;
}

/** Tensors side by side with the signs between them: input ⋆ kernel = output. */
export function Picture({ picture, lit, revealed, asked, soFar, onPoint, fromLeft }: PictureProps) {
  const room = {
    "--columns": picture.columns,
    "--signs": picture.signs,
    "--labels": picture.labels,
    "--widest": picture.widest,
  };
  return (
    <div className={styles.frame} data-from-left={fromLeft}>
      <div className={styles.picture} style={room}>
        {picture.rows.map((row) => (
          <div key={row.map(keyOf).join(" ")} className={styles.row}>
            {withTheirSigns(row).map((items) => (
              <div key={items.map(keyOf).join(" ")} className={styles.term}>
                {items.map((item) =>
                  item.kind === "tensor" && item.tensor.volume ? (
                    <VolumePicture
                      key={keyOf(item)}
                      tensor={item.tensor}
                      volume={item.tensor.volume}
                    />
                  ) : item.kind === "sign" ? (
                    <span
                      key={keyOf(item)}
                      className={styles.sign}
                      aria-hidden="true"
                      data-sign={item.sign}
                    >
                      {item.sign}
                    </span>
                  ) : (
                    <TensorPicture
                      key={keyOf(item)}
                      tensor={item.tensor}
                      lit={lit}
                      revealed={revealed}
                      asked={asked}
                      soFar={soFar}
                      onPoint={(cell) => onPoint?.(cell && { tensor: item.tensor.name, cell })}
                    />
                  ),
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
