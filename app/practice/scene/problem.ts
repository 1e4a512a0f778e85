import { BACKWARD_LABELS } from "@/content/practice";
import { ExerciseError, TOPICS, type Variant, backwardAsks, backwardSkill } from "@/lib/exercises";
import { keyOfAddress } from "../address";
import { PYTORCH } from "../conventions";
import type { ProblemAddress, ProblemScene } from "../types";
import { answerSpec } from "./answer-spec";
import { codesOf } from "./codes";
import { givenPicture } from "./given";
import { statementHtml } from "./statement";
import { variantOfAddress } from "./variant-of-address";

/** A problem, or one sentence that says why there is none at this address. */
export type ProblemOrRefusal = ProblemScene | { readonly key: string; readonly refusal: string };

/** What the page shows for an address. */
export function problemScene(address: ProblemAddress): ProblemOrRefusal {
  try {
    return sceneOf(address, variantOfAddress(address));
  } catch (error) {
    if (error instanceof ExerciseError) {
      return { key: keyOfAddress(address), refusal: error.message };
    }
    throw error;
  }
}

/**
 * What the page shows for an address; where its conventions leave no such problem, as where windows must fit that never
 * do, the same under PyTorch's. An answer that is right under the reader's counts all the same.
 */
export function drawnScene(address: ProblemAddress): ProblemOrRefusal {
  const scene = problemScene(address);
  return "refusal" in scene ? problemScene({ ...address, conventions: PYTORCH }) : scene;
}

function sceneOf(address: ProblemAddress, variant: Variant): ProblemScene {
  const { exercise, question, ask } = variant;
  const picture = givenPicture(question, ask);
  const isBackward = address.ask !== undefined && ask === address.ask;
  return {
    key: keyOfAddress(address),
    address,
    version: exercise.version,
    title: exercise.title,
    topic: TOPICS[exercise.topic],
    statement: statementHtml(variant, picture?.draft !== undefined, isBackward ? ask : undefined),
    picture,
    answer: answerSpec(variant),
    skill: isBackward ? (backwardSkill(variant, ask) ?? null) : exercise.id,
    backward: backwardAsks(variant).map((name) => ({
      ask: name,
      label: BACKWARD_LABELS[name] ?? name,
    })),
    codes: codesOf(variant),
  };
}
