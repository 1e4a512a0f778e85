import { planConv2d } from "./last-plan";
import { sumByChannel } from "./channel-sums";
import { checkBias, checkFilled, checkGradient } from "./conv-checks";
import { forwardPass, inputPass, weightPass } from "./passes";
import { type Conv2dOptions, checkRank4 } from "./conv-geometry";
import { resultArray } from "../result-array";
import { type Tensor, sizeOf } from "../tensor";

/**
 * Convolution as deep learning means it, a cross-correlation of x (N×Cin×H×W) with w (Cout×Cin/groups×kH×kW):
 * y[n, o, i, j] = b[o] + Σ x[n, c, iS + uD − P, jS + vD − P]·w[o, c, u, v] over c, u and v.
 * With `out` the result is written there, and nothing else is; `out` must not be an operand's own array.
 *
 * @throws KernelError as `conv2dGeometry` does; ERR_CHANNELS for a bias, ERR_SHAPE for an `out` of the wrong
 *   length; ERR_MEMORY beyond `MAX_VALUES` values or `MAX_MACS` multiply–adds
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
 * @example conv2d(fromNested([[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]), fromNested([[[[1, 0], [0, -1]]]]), undefined) // [[-4, -4], [-4, -4]]
 */
export function conv2d(
  x: Tensor,
  w: Tensor,
  b: Tensor | undefined,
  options?: Conv2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planConv2d(x.shape, w.shape, options);
  checkFilled("input", x, plan.inLength);
  checkFilled("weights", w, plan.weightLength);
  if (b) checkBias(b, plan.geometry.outChannels);
  const y = resultArray(plan.outShape, plan.outLength, out);
  forwardPass(x.data, w.data, b?.data, plan, y);
  return { shape: plan.outShape, data: y };
}

/**
 * ∂L/∂X of a convolution: dx[n, c, iS + uD − P, jS + vD − P] += dy[n, o, i, j]·w[o, c, u, v].
 *
 * @throws KernelError as `conv2d` does; ERR_GRADIENT where dy has not the output's shape
 * @example conv2dInputGradient(fromNested([[[[1]]]]), fromNested([[[[1, 2], [3, 4]]]]), [1, 1, 2, 2]) // [[1, 2], [3, 4]]
 */
export function conv2dInputGradient(
  dy: Tensor,
  w: Tensor,
  xShape: readonly number[],
  options?: Conv2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planConv2d(xShape, w.shape, options);
  checkFilled("weights", w, plan.weightLength);
  checkGradient(dy, plan);
  const dx = resultArray(plan.inShape, plan.inLength, out);
  inputPass(dy.data, w.data, plan, dx);
  return { shape: plan.inShape, data: dx };
}

/**
 * ∂L/∂K of a convolution: dw[o, c, u, v] = Σ dy[n, o, i, j]·x[n, c, iS + uD − P, jS + vD − P] over n, i and j.
 *
 * @throws KernelError as `conv2d` does; ERR_GRADIENT where dy has not the output's shape
 * @example conv2dWeightGradient(fromNested([[[[1, 2], [3, 4]]]]), fromNested([[[[10]]]]), [1, 1, 2, 2]) // [[10, 20], [30, 40]]
 */
export function conv2dWeightGradient(
  x: Tensor,
  dy: Tensor,
  wShape: readonly number[],
  options?: Conv2dOptions,
  out?: Float64Array,
): Tensor {
  const plan = planConv2d(x.shape, wShape, options);
  checkFilled("input", x, plan.inLength);
  checkGradient(dy, plan);
  const dw = resultArray(plan.weightShape, plan.weightLength, out);
  weightPass(x.data, dy.data, plan, dw);
  return { shape: plan.weightShape, data: dw };
}

/** ∂L/∂X and ∂L/∂K of a convolution. */
export interface Conv2dGradients {
  readonly x: Tensor;
  readonly w: Tensor;
}

/**
 * ∂L/∂X and ∂L/∂K at once, as `conv2dInputGradient` and `conv2dWeightGradient` give them: what is small pays for
 * checking the geometry once.
 *
 * @throws KernelError as those two do
 * @example conv2dGradients(fromNested([[[[1, 2]]]]), fromNested([[[[3]]]]), fromNested([[[[1, 1]]]])).w // [3]
 */
export function conv2dGradients(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options?: Conv2dOptions,
  out?: { readonly x: Float64Array; readonly w: Float64Array },
): Conv2dGradients {
  const plan = planConv2d(x.shape, w.shape, options);
  checkFilled("input", x, plan.inLength);
  checkFilled("weights", w, plan.weightLength);
  checkGradient(dy, plan);
  const dx = resultArray(plan.inShape, plan.inLength, out?.x);
  const dw = resultArray(plan.weightShape, plan.weightLength, out?.w);
  inputPass(dy.data, w.data, plan, dx);
  weightPass(x.data, dy.data, plan, dw);
  return { x: { shape: plan.inShape, data: dx }, w: { shape: plan.weightShape, data: dw } };
}

/**
 * ∂L/∂b of a convolution: db[o] = Σ dy[n, o, i, j] over the batch and the plane; shape [Cout].
 *
 * @throws KernelError ERR_SHAPE where dy's rank is not 4 or `out` has the wrong length
 * @example conv2dBiasGradient(fromNested([[[[1, 2], [3, 4]]]])) // [10]
 */
export function conv2dBiasGradient(dy: Tensor, out?: Float64Array): Tensor {
  checkRank4("gradient", "N×Cout×H′×W′", dy.shape);
  checkFilled("gradient", dy, sizeOf(dy.shape));
  const shape = [dy.shape[1]!];
  const db = resultArray(shape, dy.shape[1]!, out);
  sumByChannel(dy, db);
  return { shape, data: db };
}
