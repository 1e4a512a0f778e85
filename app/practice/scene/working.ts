import { CAPTIONS } from "@/content/captions";
import { fillCaption } from "@/lib/derivation";
import { type Variant, stepsTo } from "@/lib/exercises";
import type { Ask } from "@/lib/question";
import { pictureScene } from "../../scene/build-picture";
import { derivedScene, stepScenes } from "../../scene/build-steps";
import type { PictureScene, StepScene } from "../../scene/types";
import { askedTensor } from "../../scene/tensors";
import { channelsFirst } from "./channels-first";
import { draftOf, isLayer } from "./draft";

/** The whole working, for the step player. */
export interface WorkedScene {
  readonly picture: PictureScene | null;
  readonly steps: readonly StepScene[];
}

/** The worked solution of a problem, its picture beside it where it is of one layer. */
export function workedScene(variant: Variant): WorkedScene {
  const { question, ask } = variant;
  if (!isLayer(question)) return { picture: null, steps: stepsAlone(variant) };
  const asked = ask as Ask;
  const drawn = draftOf(channelsFirst(question));
  // Cells are named as they are drawn; sizes in the order in which they are asked for.
  const told = askedTensor(ask) ? drawn : draftOf(question);
  return {
    picture: pictureScene({ question: drawn }, [asked]),
    steps: stepScenes({ question: told, plan: [{ ask: asked }] }),
  };
}

function stepsAlone(variant: Variant): StepScene[] {
  return stepsTo(variant).map((step, index) => ({
    id: `step ${index + 1}`,
    ...derivedScene(step, fillCaption(CAPTIONS[step.rule], step.facts), []),
  }));
}
