import type { Tensor } from "@/lib/tensor";
import type { Layer } from "../network";

/** Weights, or their gradients, by name: w, b, gamma, beta, slope … */
export type Weights = Readonly<Record<string, Tensor>>;

/** What arrives at a layer, branch by branch. */
export type Branches = readonly [Tensor, ...Tensor[]];

/** A layer with everything that it works on. */
interface Arrived {
  readonly xs: Branches;
  readonly weights: Weights;
  readonly layer: Layer;
  readonly outShape: readonly number[];
}

/** A layer worked out: what leaves it, and the way back for a gradient. */
export interface LayerPass {
  readonly y: Tensor;
  /** ∂L/∂x of every branch and ∂L/∂w of every weight, from ∂L/∂y. */
  readonly gradients: (dy: Tensor) => { readonly xs: readonly Tensor[]; readonly weights: Weights };
}

/** How a layer is worked out that is no operation of its own. */
export type Passing = (arrived: Arrived) => LayerPass;
