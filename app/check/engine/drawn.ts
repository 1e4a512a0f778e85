import type { Arrangement } from "@/content";
import type { TensorName } from "@/lib/derivation";
import { type Ask, type Question, INPUT_NAMES, isTensorAsk } from "@/lib/question";
import { KernelError, sizeOf } from "@/lib/tensor";
import { draftOf } from "../../practice/scene/draft";
import { pictureScene } from "../../scene/build-picture";
import { stepScenes } from "../../scene/build-steps";
import { askedTensor } from "../../scene/tensors";
import type { PictureScene, StepScene } from "../../scene/types";

export interface Drawn {
  readonly picture: PictureScene | null;
  readonly steps: readonly StepScene[];
}

/** The picture of what is asked and its working: of all cells, or all about the one at `at`. */
export function drawn(
  question: Question,
  ask: string,
  at: string,
  shape?: readonly number[],
): Drawn {
  const draft = draftOf(question);
  const asked = ask as Ask;
  const arrangement = arranged(question, ask);
  const spec = { question: draft, ...(arrangement ? { arrangement } : {}) };
  const cell = cellFrom(at, shape);
  return {
    picture: pictureScene(spec, isTensorAsk(ask) ? [asked] : []),
    steps: stepsOrNone(() =>
      stepScenes({ ...spec, plan: [{ ask: asked, ...(cell ? { at: cell } : {}) }] }),
    ),
  };
}

/** Steps, or none where the working of this is not written. */
export function stepsOrNone<T>(make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof KernelError) return [];
    throw error;
  }
}

/** The cell that is named, where the tensor has it. */
function cellFrom(at: string, shape: readonly number[] | undefined): readonly number[] | undefined {
  const indices = at.split(",").map(Number);
  const fits =
    at !== "" &&
    indices.length === shape?.length &&
    indices.every(
      (index, axis) => Number.isInteger(index) && index >= 0 && index < (shape[axis] ?? 0),
    );
  return fits ? indices : undefined;
}

/** More biases than these push the output aside. */
const MOST_BIASES = 4;

/** Inputs that the usual pictures of a layer do not show. */
function arranged({ op, inputs, dy }: Question, ask: string): Arrangement | undefined {
  const given: TensorName[] = INPUT_NAMES.filter((name) => inputs[name]);
  const isUsual = given.every((name) => name === "x" || name === "w" || name === "b");
  const asked = askedTensor(ask) ?? "y";
  if (asked === "y" && inputs.w && sizeOf(inputs.b?.shape ?? []) > MOST_BIASES)
    return ["x", op === "conv_transpose2d" ? "·" : "⋆", "w", "→", "y"];
  if (isUsual && asked !== "indices") return undefined;
  return [...given, ...(dy && asked !== "y" ? (["dy"] as const) : []), "→", asked];
}
