import type { ConvGeometry } from "./conv-geometry";
import type { Sweep } from "./sweep";
import type { Tiling } from "./winograd/tiling";

/**
 * The ways to compute a convolution's passes: sliding over the planes, which is the reference and the order in which a
 * tutor shows the work; streaming columns, for depthwise layers; products of matrices; and products at Winograd's points.
 */
export type Way =
  | { readonly kind: "slide" | "stream" | "multiply" }
  | { readonly kind: "tile"; readonly tiling: Tiling };

/**
 * A convolution's geometry, with what the loops would otherwise work out anew in each call. Plans are shared between
 * calls, and results carry their shapes, so the shapes are frozen.
 */
export interface ConvPlan {
  readonly geometry: ConvGeometry;
  readonly inShape: readonly number[];
  readonly inLength: number;
  readonly outShape: readonly number[];
  readonly outLength: number;
  readonly weightShape: readonly number[];
  readonly weightLength: number;
  /** Whether the loops read padded planes, rows of `rowLength` in planes of `planeSize`, or the input as it is. */
  readonly padded: boolean;
  readonly rowLength: number;
  readonly planeSize: number;
  /** A group's input channels and the values of their planes, its filters, and the cells of an output plane. */
  readonly groupChannels: number;
  readonly groupSize: number;
  readonly groupFilters: number;
  readonly outPlane: number;
  /** A filter's taps (c, u, v) over the output's cells. */
  readonly taps: Sweep;
  /** The output's cells (i, j) over a kernel's taps. */
  readonly cells: Sweep;
  /** Whether neighbouring windows share columns enough, and rows are short enough, that `slideThreeTaps` pays. */
  readonly slides: boolean;
  /** Likewise for the gradient of the weights, whose rows are as long as the output's. */
  readonly slidesBack: boolean;
  /** Whether one filter of 2×2 taps slides over one plane of 3×3 cells, as in a first example. */
  readonly twoOnThree: boolean;
  readonly way: Way;
}
