import { adviceOnGradient } from "./gradient-advice";
import type { ConvPlan } from "./conv-plan";
import { KernelError, tooMuch, written } from "../errors";
import { wrongGradient } from "../expect";
import type { Tensor } from "../tensor";

/**
 * The most multiply–adds that one call computes, 2³⁶ ≈ 6.9·10¹⁰, some minutes of work;
 * VGG-16's heaviest layer needs 1.8·10⁹. Beyond it the error is ERR_MEMORY.
 */
export const MAX_MACS = 2 ** 36;

/**
 * Refuses a tensor that does not hold as many values as its shape means. As in the other checks of small calls, the
 * sentence is made elsewhere, so that the check stays short enough for engines to inline.
 */
export function checkFilled(what: string, operand: Tensor, length: number): void {
  if (operand.data.length !== length) throw wrongLength(what, operand, length);
}

/** Refuses a bias that has not one value for each output channel. */
export function checkBias(b: Tensor, outChannels: number): void {
  if (b.data.length !== outChannels || b.shape.length > 1) {
    throw new KernelError(
      "ERR_CHANNELS",
      `The bias has shape ${written(b.shape)} and ${b.data.length} values, but there are ${outChannels} output channels; ` +
        `a bias of shape [${outChannels}], one value for each, would fit.`,
    );
  }
}

/** Refuses a gradient whose shape is not the output's, and says which set-up it would fit (card 81). */
export function checkGradient(dy: Tensor, plan: ConvPlan): void {
  const { batch, outChannels, height, width } = plan.geometry;
  const { shape } = dy;
  if (
    shape.length !== 4 ||
    shape[0] !== batch ||
    shape[1] !== outChannels ||
    shape[2] !== height.outSize ||
    shape[3] !== width.outSize
  ) {
    throw wrongGradient(shape, plan.outShape, adviceFor(shape, plan));
  }
  checkFilled("gradient", dy, plan.outLength);
}

/** Refuses more than `MAX_MACS` multiply–adds. */
export function checkWork(cells: number, taps: number): void {
  if (cells * taps <= MAX_MACS) return;
  throw tooMuch(
    `${cells} output cells of ${taps} taps each mean ${cells * taps} multiply–adds in one call`,
    MAX_MACS,
  );
}

function wrongLength(what: string, { shape, data }: Tensor, length: number): KernelError {
  return new KernelError(
    "ERR_SHAPE",
    `The ${what} of shape ${written(shape)} needs ${length} values, but holds ${data.length}.`,
  );
}

function adviceFor(shape: readonly number[], { geometry, outShape }: ConvPlan): string {
  if (shape.length !== 4) return "";
  const [batch, channels, height = 0, width = 0] = shape;
  const channelAdvice =
    batch === outShape[0] && channels === outShape[1]
      ? ""
      : ` Its first two sizes must be the batch of ${outShape[0]} and the ${outShape[1]} output channels.`;
  return channelAdvice + adviceOnGradient(height, width, geometry);
}
