import { adaptiveTaps } from "./adaptive-span";
import { imageShape } from "./expect";
import { firstMaximum } from "./first-maximum";
import type { Maxima } from "./max-pool2d";
import { type Tensor, zeros } from "./tensor";
import type { Pair } from "./window";

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
  const { rows, columns } = adaptiveTaps(x.shape, outputSize);
  const { batch, channels, planes, area, width } = imageShape(x.shape, "The input x");
  const shape = [batch, channels, rows.length, columns.length];
  const [y, indices] = [zeros(shape), zeros(shape)];
  let output = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const row of rows) {
      for (const column of columns) {
        const index = firstMaximum(x.data, plane * area, width, row, column);
        indices.data[output] = index;
        y.data[output++] = x.data[plane * area + index]!;
      }
    }
  }
  return { y, indices };
}
