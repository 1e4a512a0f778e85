import type { PlayerSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { stepScenes } from "../scene/build-steps";
import { StepPlayer } from "./StepPlayer";

/** A player whose picture and lines are made when the page is built. */
export function PlayerBlock({
  block,
  title,
}: {
  readonly block: PlayerSpec;
  readonly title: string;
}) {
  const asks = block.plan.flatMap((entry) => ("ask" in entry ? [entry.ask] : []));
  return <StepPlayer title={title} picture={pictureScene(block, asks)} steps={stepScenes(block)} />;
}
