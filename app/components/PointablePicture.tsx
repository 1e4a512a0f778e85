"use client";

import { litCells } from "../scene/state";
import type { PictureScene, StepScene } from "../scene/types";
import { Explained } from "./Explained";
import { Html } from "./Html";
import { Picture } from "./Picture";
import styles from "./PointablePicture.module.css";
import { usePointed } from "./use-pointed";

export interface PointablePictureProps {
  readonly picture: PictureScene;
  /** What is lit and said until something is pointed at. */
  readonly first?: StepScene | undefined;
}

/** A picture whose cells explain themselves when pointed at. */
export function PointablePicture({ picture, first }: PointablePictureProps) {
  const { explained, point } = usePointed(picture.draft);
  return (
    <>
      <Picture
        picture={picture}
        lit={litCells((explained ?? first)?.cells ?? [])}
        onPoint={point}
      />
      {picture.draft ? (
        <div className={styles.formula}>
          {explained ? <Explained explained={explained} /> : <Invitation first={first} />}
        </div>
      ) : null}
    </>
  );
}

function Invitation({ first }: Pick<PointablePictureProps, "first">) {
  return (
    <div className={styles.invitation}>
      {first?.line ? (
        <>
          <Html className={styles.line} silent text={first.line} />
          <p className="visually-hidden">{first.spoken}</p>
        </>
      ) : null}
      <p className={styles.hint}>Point at a cell, or tap it, to see what it belongs to.</p>
    </div>
  );
}
