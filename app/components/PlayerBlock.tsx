import type { PlayerSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { broughtOut, stepScenes } from "../scene/build-steps";
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
  return <StepPlayer title={title} picture={picture} steps={stepScenes(block)} />;
}
