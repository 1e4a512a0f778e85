"use client";

import { litCells } from "../scene/state";
import type { PictureScene } from "../scene/types";
import { Explained } from "./Explained";
import { Picture } from "./Picture";
import styles from "./PointablePicture.module.css";
import { usePointed } from "./use-pointed";

const NOTHING = litCells([]);

/** A picture whose cells explain themselves when pointed at. */
export function PointablePicture({ picture }: { readonly picture: PictureScene }) {
  const { explained, point } = usePointed(picture.draft);
  return (
    <>
      <Picture
        picture={picture}
        lit={explained ? litCells(explained.cells) : NOTHING}
        onPoint={point}
      />
      {picture.draft ? (
        <div className={styles.formula}>
          {explained ? (
            <Explained explained={explained} />
          ) : (
            <p className={styles.hint}>Point at a cell, or tap it, to see what it belongs to.</p>
          )}
        </div>
      ) : null}
    </>
  );
}
