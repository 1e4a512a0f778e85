import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import type { Tensor } from "@/lib/tensor";
import { isCorrect, mark } from "../mark";
import type { Given } from "../quantity";

/** Why the whole of a loss or a gradient is a multiple of what is right. */
export interface ChainSlip {
  readonly id:
    | "ACCUMULATED_TWICE" // backward() ran once more than it should have, and gradients added up
    | "NOT_ACCUMULATED" // gradients of several backward() were not added up
    | "MEAN_FOR_SUM"
    | "SUM_FOR_MEAN";
  /** The answer is so many times what is right. */
  readonly times: number;
}

/**
 * The slip by which an answer is a multiple of what is right; where two would give the same, that of the reduction.
 *
 * @example slipOf(question, value, right, given)?.id // "SUM_FOR_MEAN"
 */
export function slipOf(
  question: ChainQuestion,
  value: ChainValue,
  right: Tensor,
  given: Given,
): ChainSlip | undefined {
  if (right.data.every((one) => one === 0)) return undefined;
  return candidates(question, value).find(({ times }) => {
    const scaled = { shape: right.shape, data: right.data.map((one) => one * times) };
    return isCorrect(mark({ kind: "tensor", tensor: scaled }, given));
  });
}

function candidates(question: ChainQuestion, value: ChainValue): ChainSlip[] {
  const { loss, backward = 1 } = question;
  if (value.key !== "loss" && value.direction === "forward") return [];
  const slips: ChainSlip[] = [];
  // One of each example, or of each value: as many as the targets.
  const terms = loss?.target.data.length ?? 1;
  if (loss && terms > 1) {
    slips.push(
      loss.reduction === "sum"
        ? { id: "MEAN_FOR_SUM", times: 1 / terms }
        : { id: "SUM_FOR_MEAN", times: terms },
    );
  }
  if (isLeaf(value)) {
    slips.push({ id: "ACCUMULATED_TWICE", times: (backward + 1) / backward });
    if (backward > 1) slips.push({ id: "NOT_ACCUMULATED", times: 1 / backward });
  }
  return slips;
}

/** Gradients add up in x and in the weights, not in the values between. */
function isLeaf({ direction, key }: ChainValue): boolean {
  return direction === "backward" && !key.endsWith(".y");
}
