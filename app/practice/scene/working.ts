import { CAPTIONS } from "@/content/captions";
import { fillCaption } from "@/lib/derivation";
import { type Variant, stepsTo } from "@/lib/exercises";
import type { Ask } from "@/lib/question";
import { pictureScene } from "../../scene/build-picture";
import { derivedScene, stepScenes } from "../../scene/build-steps";
import type { PictureScene, StepScene } from "../../scene/types";
import { draftOf, isLayer } from "./draft";

/** The whole working, for the step player. */
export interface WorkedScene {
  readonly picture: PictureScene | null;
  readonly steps: readonly StepScene[];
}

/** The worked solution of a problem, its picture beside it where it is of one layer. */
export function workedScene(variant: Variant): WorkedScene {
  const { question, ask } = variant;
  const draft = draftOf(question);
  if (!draft || !isLayer(question)) return { picture: null, steps: stepsAlone(variant) };
  const asked = ask as Ask;
  return {
    picture: pictureScene({ question: draft }, [asked]),
    steps: stepScenes({ question: draft, plan: [{ ask: asked }] }),
  };
}

function stepsAlone(variant: Variant): StepScene[] {
  return stepsTo(variant).map((step, index) => ({
    id: `step ${index + 1}`,
    ...derivedScene(step, fillCaption(CAPTIONS[step.rule], step.facts), []),
  }));
}
