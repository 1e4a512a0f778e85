import type { OwnNumbersSpec } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { stepScenes } from "../scene/build-steps";
import type { PictureScene, StepScene } from "../scene/types";
import { tooManyCells } from "./drawable";
import type { Fields } from "./fields";
import { type Problems, readFields } from "./read-fields";

export interface WorkedOut {
  readonly picture: PictureScene;
  readonly steps: readonly StepScene[];
}

/** The picture and the steps of what was typed, or what is wrong with it. */
export function workOut(
  { question, asks, arrangement }: OwnNumbersSpec,
  fields: Fields,
): { readonly worked?: WorkedOut; readonly problems: Problems } {
  const read = readFields(question, fields);
  if (!read.ok) return { problems: read.problems };
  const crowded = tooManyCells(read.draft);
  if (crowded !== null) return { problems: { all: crowded } };
  const spec = {
    question: read.draft,
    plan: asks.map((ask) => ({ ask })),
    ...(arrangement ? { arrangement } : {}),
  };
  return { worked: { picture: pictureScene(spec, asks), steps: stepScenes(spec) }, problems: {} };
}
