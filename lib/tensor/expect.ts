import { KernelError, written } from "./errors";
import type { Tensor } from "./tensor";

/** The sizes of an N×C×H×W tensor by name. */
export interface ImageShape {
  readonly batch: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** The cells of one H×W plane. */
  readonly area: number;
  /** The number of planes, N·C. */
  readonly planes: number;
}

/**
 * The named sizes of an N×C×H×W shape.
 *
 * @throws KernelError ERR_SHAPE where the shape has not four axes
 * @example imageShape([2, 3, 4, 5], "x").planes // 6
 */
export function imageShape(shape: readonly number[], what: string): ImageShape {
  expectRank(shape, 4, what, "N×C×H×W");
  const [batch = 0, channels = 0, height = 0, width = 0] = shape;
  return { batch, channels, height, width, area: height * width, planes: batch * channels };
}

/**
 * The two sizes of a matrix, here N×features.
 *
 * @throws KernelError ERR_SHAPE where the shape has not two axes
 * @example matrixShape([3, 4], "x", "N×in") // [3, 4]
 */
export function matrixShape(
  shape: readonly number[],
  what: string,
  axes: string,
): readonly [rows: number, columns: number] {
  expectRank(shape, 2, what, axes);
  const [rows = 0, columns = 0] = shape;
  return [rows, columns];
}

/**
 * Refuses a shape of another rank.
 *
 * @throws KernelError ERR_SHAPE
 * @example expectRank([3, 4], 2, "x", "N×in")
 */
export function expectRank(
  shape: readonly number[],
  rank: number,
  what: string,
  axes: string,
): void {
  if (shape.length === rank) return;
  throw new KernelError(
    "ERR_SHAPE",
    `${what} has the shape ${written(shape)} with ${shape.length} axes; ${axes} with ${rank} axes is needed.`,
  );
}

/**
 * Refuses a shape that is not the one that fits; `because` ends the message's sentence.
 *
 * @throws KernelError ERR_SHAPE
 * @example expectShape([2], [2], "gamma", "one value for each channel")
 */
export function expectShape(
  actual: readonly number[],
  fitting: readonly number[],
  what: string,
  because: string,
): void {
  if (sameShape(actual, fitting)) return;
  throw new KernelError("ERR_SHAPE", misfit(actual, fitting, what, because));
}

/**
 * Refuses a ∂L/∂Y that is not shaped like the output Y.
 *
 * @throws KernelError ERR_GRADIENT
 * @example expectOutputGradient({ shape: [1], data: new Float64Array(1) }, [1])
 */
export function expectOutputGradient(dy: Tensor, outputShape: readonly number[]): void {
  if (!sameShape(dy.shape, outputShape)) throw wrongGradient(dy.shape, outputShape);
}

/** The error for a ∂L/∂Y of another shape than Y's; `advice` on what to do about it may follow. */
export function wrongGradient(
  shape: readonly number[],
  outputShape: readonly number[],
  advice = "",
): KernelError {
  const because = "it holds one number for each output value";
  return new KernelError(
    "ERR_GRADIENT",
    misfit(shape, outputShape, "The gradient ∂L/∂Y", because) + advice,
  );
}

/** Whether two shapes have the same sizes. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

function misfit(
  actual: readonly number[],
  fitting: readonly number[],
  what: string,
  because: string,
): string {
  return `${what} has the shape ${written(actual)}, but ${written(fitting)} would fit: ${because}.`;
}
