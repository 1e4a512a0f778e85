import type { PictureSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { Caption } from "./Caption";
import styles from "./PictureBlock.module.css";
import { PointablePicture } from "./PointablePicture";

/** A picture without steps; its cells can be pointed at. */
export function PictureBlock({ block }: { readonly block: PictureSpec }) {
  return (
    <div className={styles.card}>
      <PointablePicture picture={pictureScene(block)} />
      <Caption block={block} className={styles.caption} />
    </div>
  );
}
