import { type Cell, type Tap, tapsOfBig, tapsOfSmall, tapsOfWeight } from "../sizes/sliding";
import type { TensorAsk } from "../working";
import type { View } from "../view";
import { gradientView } from "../question-views";
import type { ConvModel } from "./model";

/** Which of a tap's three cells a factor is read from. */
export type TapSide = "big" | "small" | "weight";

/** One factor of every product: a tensor, and where in it a tap reads. */
export interface Factor {
  readonly view: View;
  readonly side: TapSide;
}

/** How one tensor of a convolution comes about: a sum of products over the taps of each cell. */
export interface Plan {
  readonly kind: "forward" | "stamp" | "kernel-gradient" | "input-gradient";
  readonly target: View;
  readonly left: Factor;
  readonly right: Factor;
  taps(cell: Cell): Tap[];
  /** What a long sum is split by, and how a caption names one part. */
  readonly parts: readonly PartBy[];
  readonly bias: View | undefined;
}

/** A way to split a long sum: a name, and which part a tap belongs to. */
export interface PartBy {
  readonly name: string;
  index(tap: Tap): number;
}

/** The plan of one tensor; that of ∂L/∂b needs no taps and is not here. */
export function planOf(model: ConvModel, ask: TensorAsk): Plan | undefined {
  switch (ask) {
    case "y":
      return model.transposed ? stampPlan(model) : forwardPlan(model);
    case "grads.x":
      return inputGradientPlan(model);
    case "grads.w":
      return kernelGradientPlan(model);
    default:
      return undefined;
  }
}

function forwardPlan({ sliding, x, w, b, y }: ConvModel): Plan {
  return {
    kind: "forward",
    target: y,
    left: { view: x, side: "big" },
    right: { view: w, side: "weight" },
    taps: (cell) => tapsOfSmall(sliding, cell),
    parts: [channelOf("big"), KERNEL_ROW],
    bias: b,
  };
}

function stampPlan({ sliding, x, w, b, y }: ConvModel): Plan {
  return {
    kind: "stamp",
    target: y,
    left: { view: x, side: "small" },
    right: { view: w, side: "weight" },
    taps: (cell) => tapsOfBig(sliding, cell),
    parts: [channelOf("small"), rowOf("small", "input row {}")],
    bias: b,
  };
}

function inputGradientPlan({ sliding, transposed, x, w, dy }: ConvModel): Plan {
  const side = transposed ? "big" : "small";
  return {
    kind: "input-gradient",
    target: gradientView(x),
    left: { view: dy, side },
    right: { view: w, side: "weight" },
    taps: (cell) => (transposed ? tapsOfSmall(sliding, cell) : tapsOfBig(sliding, cell)),
    parts: [{ ...channelOf(side), name: "channel {} of G" }, rowOf(side, "row {} of G")],
    bias: undefined,
  };
}

function kernelGradientPlan({ sliding, transposed, x, w, dy }: ConvModel): Plan {
  const [gradientSide, inputSide] = transposed
    ? (["big", "small"] as const)
    : (["small", "big"] as const);
  return {
    kind: "kernel-gradient",
    target: gradientView(w),
    left: { view: dy, side: gradientSide },
    right: { view: x, side: inputSide },
    taps: (cell) => tapsOfWeight(sliding, cell),
    parts: [{ name: "image {}", index: (tap) => tap.small[0] }, rowOf(gradientSide, "row {} of G")],
    bias: undefined,
  };
}

function channelOf(side: TapSide): PartBy {
  return { name: "channel {}", index: (tap) => tap[side][1] };
}

function rowOf(side: TapSide, name: string): PartBy {
  return { name, index: (tap) => tap[side][2] };
}

const KERNEL_ROW: PartBy = { name: "kernel row {}", index: (tap) => tap.weight[2] };
