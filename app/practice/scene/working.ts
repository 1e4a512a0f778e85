import { CAPTIONS } from "@/content/captions";
import { fillCaption } from "@/lib/derivation";
import {
  type SpotQuestion,
  type Spotted,
  type Variant,
  isSpotted,
  sizesFirst,
  stepsTo,
} from "@/lib/exercises";
import type { Ask, Question } from "@/lib/question";
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
  const { question, ask, key } = variant;
  if (question.op === "spot" && typeof key === "object" && isSpotted(key)) {
    return playedTo(question, key);
  }
  if (!isLayer(question)) return { picture: null, steps: stepsAlone(variant) };
  const asked = ask as Ask;
  const drawn = draftOf(channelsFirst(question));
  // Cells are named as they are drawn; sizes in the order in which they are asked for.
  const told = askedTensor(ask) ? drawn : draftOf(question);
  return {
    picture: pictureScene({ question: drawn }, [asked]),
    steps: stepScenes({ question: told, plan: planFor(question, asked) }),
  };
}

/** What is counted of an output comes after its sizes. */
function planFor(question: Question, ask: Ask): readonly { readonly ask: Ask }[] {
  return sizesFirst(question, ask).length > 0 ? [{ ask: "shapes.y" }, { ask }] : [{ ask }];
}

/** The line that was wrong, worked out beside its picture. */
function playedTo({ question }: SpotQuestion, { at }: Spotted): WorkedScene {
  const drawn = draftOf(channelsFirst(question));
  return {
    picture: pictureScene({ question: drawn }, ["y"]),
    steps: stepScenes({ question: drawn, plan: [{ ask: "y", at }] }),
  };
}

function stepsAlone(variant: Variant): StepScene[] {
  return stepsTo(variant).map((step, index) => ({
    id: `step ${index + 1}`,
    ...derivedScene(step, fillCaption(CAPTIONS[step.rule], step.facts), []),
  }));
}
