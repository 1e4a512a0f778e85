import type { PictureSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import styles from "./PictureBlock.module.css";
import { PointablePicture } from "./PointablePicture";
import { Prose } from "./Prose";

/** A picture without steps; its cells can be pointed at. */
export function PictureBlock({ block }: { readonly block: PictureSpec }) {
  return (
    <div className={styles.card}>
      <PointablePicture picture={pictureScene(block)} />
      {block.caption ? <Prose markdown={block.caption} className={styles.caption} /> : null}
    </div>
  );
}
