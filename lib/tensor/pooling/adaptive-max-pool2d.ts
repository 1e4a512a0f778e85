import { type Maxima, maximaOver } from "./pool-sweep";
import { adaptiveTaps } from "./pool-taps";
import type { Tensor } from "../tensor";
import type { Pair } from "../window";

/**
 * Adaptive max pooling: each output is the maximum of its span (`adaptiveSpan`), the first of equals in row-major
 * order. An output size of 1 is global max pooling. x: N×C×H×W; y and indices: N×C×outputSize.
 * Its gradient is `maxPool2dGradient`.
 *
 * @throws KernelError ERR_SHAPE or ERR_NUMBER
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html
 * @example adaptiveMaxPool2d(tensor([1, 1, 2, 2], [1, 2, 6, 3]), 1).indices.data // [2]
 */
export function adaptiveMaxPool2d(x: Tensor, outputSize: Pair): Maxima {
  return maximaOver(x, adaptiveTaps(x.shape, outputSize));
}
