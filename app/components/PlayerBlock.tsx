import type { PlayerSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { broughtOut, stepScenes } from "../scene/build-steps";
import { Caption } from "./Caption";
import styles from "./PlayerBlock.module.css";
import { StepPlayer } from "./StepPlayer";

/** A player whose picture and lines are made when the page is built. */
export function PlayerBlock({
  block,
  title,
}: {
  readonly block: PlayerSpec;
  readonly title: string;
}) {
  const picture = pictureScene(block, broughtOut(block.plan));
  return (
    <div>
      <StepPlayer title={title} picture={picture} steps={stepScenes(block)} />
      <Caption block={block} className={styles.caption} />
    </div>
  );
}
