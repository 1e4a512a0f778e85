import type { Image } from "./image";
import { type Computation, type Model, type Slip, computed } from "./model";

/** ∂L/∂b: G summed over all but its channels. */
export interface BiasGradient {
  readonly gradient: Image;
  readonly divisor: number;
  /** One cell of G in place of the sum. */
  readonly cell?: { readonly image: number; readonly place: number } | undefined;
  /** G as it is, cell by cell. */
  readonly whole?: boolean;
}

/** The most cells of G of which each may be the one that was taken for the sum. */
const MOST_CELLS = 64;

function sums(setup: BiasGradient): Computation {
  const { gradient, cell, divisor } = setup;
  const [batch, channels, height, width] = gradient.shape;
  const area = height * width;
  if (setup.whole)
    return computed(
      gradient.shape,
      gradient.data.map((value) => value / divisor),
    );
  const sum = (channel: number) => {
    if (cell) return gradient.data[(cell.image * channels + channel) * area + cell.place] ?? 0;
    let total = 0;
    for (let n = 0; n < batch; n++)
      for (let place = 0; place < area; place++)
        total += gradient.data[(n * channels + channel) * area + place]!;
    return total;
  };
  const data = Array.from({ length: channels }, (_, channel) => sum(channel) / divisor);
  return computed([1, 1, 1, channels], data);
}

/** The gradient by the bias of a convolution, transposed or not, or of a linear layer (N×out×1×1). */
export function biasGradient(gradient: Image): Model<BiasGradient> {
  const [batch, , height, width] = gradient.shape;
  const area = height * width;
  const divided = (by: number) => (setup: BiasGradient) =>
    by > 1 ? { ...setup, divisor: setup.divisor * by } : undefined;
  const slips: readonly Slip<BiasGradient>[] = [
    { id: "NOT_SUMMED", readings: batch * area > 1 ? cellsOf(batch, area) : [] },
    {
      id: "MEAN_FOR_SUM",
      readings: [divided(batch * area), batch > 1 ? divided(area) : () => undefined],
    },
    { id: "BATCH_AVERAGED", readings: [divided(batch)] },
  ];
  return { right: { gradient, divisor: 1 }, slips, compute: sums };
}

function cellsOf(batch: number, area: number): Slip<BiasGradient>["readings"] {
  const cells = Math.min(batch * area, MOST_CELLS);
  const single = Array.from({ length: cells }, (_, index) => (setup: BiasGradient) => ({
    ...setup,
    cell: { image: Math.floor(index / area), place: index % area },
  }));
  return [...single.slice(0, 1), (setup) => ({ ...setup, whole: true }), ...single.slice(1)];
}
