import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import { type LayerDraft, layerFrom } from "./asked";
import { type SpotQuestion, spotFrom } from "./own/spot";
import type { Random } from "./random";

/** Mistakes that change every line, and mistakes in one. */
const EVERYWHERE = ["KERNEL_FLIPPED", "KERNEL_TRANSPOSED", "ADDED_NOT_MULTIPLIED"] as const;
const IN_ONE_CELL = ["TERM_DROPPED", "SIGN_SLIP"] as const;
const CHOICES: readonly MistakeId[] = [...EVERYWHERE, ...IN_ONE_CELL];

/** A convolution worked out with one mistake, in every cell or in one; made under the reader's conventions. */
export function spotDraft(
  random: Random,
  draft: LayerDraft,
  inOneCell: boolean,
): (conventions: Conventions) => SpotQuestion | undefined {
  const mistake = random.pick<MistakeId>(inOneCell ? IN_ONE_CELL : EVERYWHERE);
  const [cell, product] = [random.int(0, 2 ** 20), random.int(0, 2 ** 20)];
  return (conventions) =>
    spotFrom(layerFrom(draft, conventions), CHOICES, { mistake, cell, product });
}
