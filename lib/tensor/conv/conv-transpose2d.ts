import { addByChannel } from "./channel-sums";
import { checkBias, checkFilled } from "./conv-checks";
import { conv2dBiasGradient } from "./conv2d";
import { forwardPass, inputPass, weightPass } from "./passes";
import type { ConvPlan } from "./conv-plan";
import { planOf } from "./plan-conv";
import { type ConvTranspose2dOptions, convTranspose2dGeometry } from "./conv-transpose-geometry";
import { expectOutputGradient } from "../expect";
import { resultArray } from "../result-array";
import type { Tensor } from "../tensor";

/**
 * Transposed convolution of x (N×Cin×H×W) with w (Cin×Cout/groups×kH×kW): each input cell stamps the kernel, times
 * its value, on the output, and overlapping stamps add:
 * y[n, o, iS + uD − P, jS + vD − P] += x[n, c, i, j]·w[c, o, u, v], and b[o] to every cell.
 * It is the input gradient of the convolution with the same weights. `out` as for `conv2d`.
 *
 * @throws KernelError as `convTranspose2dGeometry` does; ERR_CHANNELS for a bias, ERR_SHAPE for an `out` of the
 *   wrong length; ERR_MEMORY beyond `MAX_VALUES` values or `MAX_MACS` multiply–adds
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
 * @example convTranspose2d(fromNested([[[[1, 2]]]]), fromNested([[[[1, 1]]]]), undefined) // [[1, 3, 2]]
 */
export function convTranspose2d(
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  options?: ConvTranspose2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planOf(convTranspose2dGeometry(x.shape, w.shape, options));
  const { geometry, inShape, inLength } = plan;
  checkFilled("input", x, plan.outLength);
  checkFilled("weights", w, plan.weightLength);
  if (b) checkBias(b, geometry.inChannels);
  const y = resultArray(inShape, inLength, out);
  inputPass(x.data, w.data, plan, y);
  if (b) addByChannel(y, b.data, geometry.height.inSize * geometry.width.inSize);
  return { shape: inShape, data: y };
}

/**
 * ∂L/∂X of a transposed convolution, a plain convolution of dy with the same weights:
 * dx[n, c, i, j] = Σ dy[n, o, iS + uD − P, jS + vD − P]·w[c, o, u, v] over o, u and v.
 *
 * @throws KernelError as `convTranspose2d` does; ERR_GRADIENT where dy has not the output's shape
 * @example convTranspose2dInputGradient(fromNested([[[[1, 2, 3]]]]), fromNested([[[[1, 1]]]]), [1, 1, 1, 2]) // [[3, 5]]
 */
export function convTranspose2dInputGradient(
  dy: Tensor,
  w: Tensor,
  xShape: readonly number[],
  options?: ConvTranspose2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planOf(convTranspose2dGeometry(xShape, w.shape, options));
  checkFilled("weights", w, plan.weightLength);
  checkTransposedGradient(dy, plan);
  const dx = resultArray(plan.outShape, plan.outLength, out);
  forwardPass(dy.data, w.data, undefined, plan, dx);
  return { shape: plan.outShape, data: dx };
}

/**
 * ∂L/∂K of a transposed convolution: dw[c, o, u, v] = Σ x[n, c, i, j]·dy[n, o, iS + uD − P, jS + vD − P] over n, i
 * and j.
 *
 * @throws KernelError as `convTranspose2d` does; ERR_GRADIENT where dy has not the output's shape
 * @example convTranspose2dWeightGradient(fromNested([[[[1, 2]]]]), fromNested([[[[1, 2, 3]]]]), [1, 1, 1, 2]) // [[5, 8]]
 */
export function convTranspose2dWeightGradient(
  x: Tensor,
  dy: Tensor,
  wShape: readonly number[],
  options?: ConvTranspose2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planOf(convTranspose2dGeometry(x.shape, wShape, options));
  checkFilled("input", x, plan.outLength);
  checkTransposedGradient(dy, plan);
  const dw = resultArray(plan.weightShape, plan.weightLength, out);
  weightPass(dy.data, x.data, plan, dw);
  return { shape: plan.weightShape, data: dw };
}

/**
 * ∂L/∂b of a transposed convolution, as of any layer that adds a bias to each channel: db[o] = Σ dy[n, o, i, j].
 *
 * @throws KernelError as `conv2dBiasGradient` does
 * @example convTranspose2dBiasGradient(fromNested([[[[1, 2], [3, 4]]]])) // [10]
 */
export function convTranspose2dBiasGradient(dy: Tensor, out?: Float64Array): Tensor {
  return conv2dBiasGradient(dy, out);
}

function checkTransposedGradient(dy: Tensor, { inShape, inLength }: ConvPlan): void {
  expectOutputGradient(dy, inShape);
  checkFilled("gradient", dy, inLength);
}
