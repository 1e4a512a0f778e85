import type { MistakeId } from "./ids";
import { once } from "./once";

/** N×C×H×W; what an answer lacks is 1 in front, so a row of numbers is 1×1×1×W. */
export type Shape4 = readonly [batch: number, channels: number, height: number, width: number];

/**
 * A result that is worked out cell by cell as it is asked for. Cells outside `shape` may be asked for too: there the
 * computation goes on beyond its edge, with zeros where nothing is.
 */
export interface Computation {
  readonly shape: Shape4;
  readonly at: (n: number, c: number, h: number, w: number) => number;
  /** The products that add up to a cell, in one order for all cells; those with padding are 0. */
  readonly terms?: (n: number, c: number, h: number, w: number) => number[];
  /** How many numbers a cell is worked out from, where `terms` does not tell; 1 unless said. */
  readonly reads?: number;
}

/** A set-up with one thing wrong; undefined where the mistake changes nothing or cannot be made. */
export type Reading<Setup> = (setup: Setup) => Setup | undefined;

/** A mistake as a change of what is computed, in each of the ways that its name can be read. */
export interface Slip<Setup> {
  readonly id: MistakeId;
  /** The plainest first. */
  readonly readings: readonly Reading<Setup>[];
  /** Whether no reading is plainer than another. */
  readonly alike?: boolean;
}

/** The right computation of an ask, and what can go wrong in it. Two slips at once are one change after the other. */
export interface Model<Setup> {
  readonly right: Setup;
  readonly slips: readonly Slip<Setup>[];
  /** Undefined where the set-up gives no result, a window that does not fit, say. */
  readonly compute: (setup: Setup) => Computation | undefined;
}

/** A wrong result, and the mistakes that give it. */
export interface Candidate {
  readonly ids: readonly MistakeId[];
  /** 0 for what the names say first; the further, the less usual a way to read them. */
  readonly strangeness: number;
  readonly computation: Computation;
  /** Other shapes that it may be written in: of two mistakes, what each of them alone gives. */
  readonly otherShapes: readonly Shape4[];
}

/** A model whose kind of set-up is its own affair. */
export interface Predictor {
  readonly ids: readonly MistakeId[];
  readonly right: Computation;
  /** Each mistake alone, in each of its readings. */
  readonly singles: () => Candidate[];
  /** Every two different mistakes together. */
  readonly pairs: () => Candidate[];
}

/** A model as the search uses it; undefined where the right set-up itself gives no result. */
export function predictorOf<Setup>(model: Model<Setup>): Predictor | undefined {
  const right = model.compute(model.right);
  if (!right) return undefined;
  return {
    ids: model.slips.map(({ id }) => id),
    right,
    singles: once(() =>
      model.slips.flatMap((slip) => candidatesOf(model, after(start(model), slip))),
    ),
    pairs: once(() => pairsOf(model)),
  };
}

/** A set-up on its way from the right one. */
interface Changed<Setup> {
  readonly setup: Setup;
  readonly ids: readonly MistakeId[];
  readonly strangeness: number;
}

/** Two mistakes are only looked for in the plainer ways to read them. */
const STRANGEST_PAIR = 2;

function pairsOf<Setup>(model: Model<Setup>): Candidate[] {
  const shapes = shapesAlone(model);
  return model.slips.flatMap((first, index) =>
    after(start(model), first).flatMap((one) => {
      const both = model.slips
        .slice(index + 1)
        .flatMap((second) => (second.id === first.id ? [] : after(one, second)))
        .filter(({ strangeness }) => strangeness <= STRANGEST_PAIR);
      return candidatesOf(model, both).map((pair) => ({
        ...pair,
        otherShapes: pair.ids.map((id) => shapes.get(id) ?? pair.computation.shape),
      }));
    }),
  );
}

/** The shape that each mistake alone gives. */
function shapesAlone<Setup>(model: Model<Setup>): Map<MistakeId, Shape4> {
  return new Map(
    model.slips.flatMap((slip) =>
      candidatesOf(model, after(start(model), slip))
        .slice(0, 1)
        .map(({ computation }) => [slip.id, computation.shape]),
    ),
  );
}

function start<Setup>({ right }: Model<Setup>): Changed<Setup> {
  return { setup: right, ids: [], strangeness: 0 };
}

function candidatesOf<Setup>(
  { compute }: Model<Setup>,
  changes: readonly Changed<Setup>[],
): Candidate[] {
  return changes.flatMap(({ setup, ids, strangeness }) => {
    const computation = compute(setup);
    return computation ? [{ ids, strangeness, computation, otherShapes: [] }] : [];
  });
}

function after<Setup>(
  from: Changed<Setup>,
  { id, readings, alike = false }: Slip<Setup>,
): Changed<Setup>[] {
  return readings.flatMap((reading, index) => {
    const setup = reading(from.setup);
    const strangeness = from.strangeness + (alike ? 0 : index);
    return setup ? [{ setup, ids: [...from.ids, id], strangeness }] : [];
  });
}

/** A computation whose values are worked out together, when the first of them is asked for; each from so many numbers. */
export function together(shape: Shape4, values: () => ArrayLike<number>, reads = 1): Computation {
  const [batch, channels, height, width] = shape;
  const data = once(values);
  return {
    shape,
    reads,
    at: (n, c, h, w) => {
      const inside = n < batch && c < channels && h >= 0 && h < height && w >= 0 && w < width;
      return inside ? (data()[((n * channels + c) * height + h) * width + w] ?? 0) : 0;
    },
  };
}

/** A computation whose values are at hand; each was worked out from so many numbers. */
export function computed(shape: Shape4, data: ArrayLike<number>, reads = 1): Computation {
  return together(shape, () => data, reads);
}
