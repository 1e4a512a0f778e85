import type { Question } from "@/lib/question";
import { type Image, gradientOf, imageOf } from "./image";
import { type Computation, type Model, type Slip, together } from "./model";
import { type Pooling, type Region, type Regions, poolingOf, regionsOf } from "./pool-regions";

interface PoolGradient extends Pooling {
  readonly x: Image;
  readonly gradient: Image;
  readonly kind: "max" | "all maxima" | "shared maxima" | "average" | "spread";
  readonly divisor: "with padding" | "without padding" | "kernel" | "nothing";
  readonly overwritten: boolean;
}

/** A cell of the input that a window reads, and its value. */
interface Tap {
  readonly offset: number;
  readonly value: number;
}

function scatter(setup: PoolGradient): Computation | undefined {
  const regions = regionsOf(setup, setup.x);
  if (!regions) return undefined;
  const reads = regions.rows(0).count * regions.columns(0).count;
  return together(setup.x.shape, () => scattered(setup, regions), reads);
}

function scattered(setup: PoolGradient, regions: Regions): Float64Array {
  const { x, gradient, overwritten } = setup;
  const [batch, channels, height, width] = x.shape;
  const [outHeight, outWidth] = [gradient.shape[2], gradient.shape[3]];
  const result = new Float64Array(batch * channels * height * width);
  for (let plane = 0; plane < batch * channels; plane++) {
    for (let i = 0; i < outHeight; i++) {
      for (let j = 0; j < outWidth; j++) {
        const [rows, columns] = [regions.rows(i), regions.columns(j)];
        const taps = tapsOf(x, plane, rows, columns);
        const arriving = gradient.data[(plane * outHeight + i) * outWidth + j]!;
        const into = receivers(setup.kind, taps);
        const equals = setup.kind === "shared maxima" ? into.length : 1;
        const share = arriving / divisorOf(setup, rows, columns, taps.length) / equals;
        for (const { offset } of into)
          result[offset] = overwritten ? share : result[offset]! + share;
      }
    }
  }
  return result;
}

function tapsOf({ shape, data }: Image, plane: number, rows: Region, columns: Region): Tap[] {
  const [, , height, width] = shape;
  const taps: Tap[] = [];
  for (let u = 0; u < rows.count; u++) {
    const row = rows.first + u * rows.step;
    for (let v = 0; v < columns.count; v++) {
      const column = columns.first + v * columns.step;
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      const offset = (plane * height + row) * width + column;
      taps.push({ offset, value: data[offset]! });
    }
  }
  return taps;
}

/** The cells that a window's gradient goes to. */
function receivers(kind: PoolGradient["kind"], taps: readonly Tap[]): readonly Tap[] {
  if (kind === "average" || kind === "spread") return taps;
  const largest = taps.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const maxima = taps.filter(({ value }) => value === largest);
  return kind === "max" ? maxima.slice(0, 1) : maxima;
}

function divisorOf(
  { kind, divisor }: PoolGradient,
  rows: Region,
  columns: Region,
  inside: number,
): number {
  const isShared = kind === "average" || kind === "spread";
  if (!isShared || divisor === "nothing") return 1;
  if (divisor === "kernel") return rows.count * columns.count;
  return divisor === "without padding" ? inside : rows.padded * columns.padded;
}

/** ∂L/∂X of pooling: to the maximum of every window, or in equal shares to all its cells. */
export function poolingGradient(question: Question): Model<PoolGradient> | undefined {
  const x = imageOf(question, question.inputs.x);
  const pooling = x && poolingOf(question, x);
  const regions = pooling && regionsOf(pooling, x);
  if (!x || !pooling || !regions) return undefined;
  const gradient = gradientOf(question, [x.shape[0], x.shape[1], ...regions.plane]);
  if (!gradient) return undefined;
  const included = question.params.count_include_pad ?? true;
  return {
    right: {
      ...pooling,
      x,
      gradient,
      kind: question.op.includes("max") ? "max" : "average",
      divisor: included ? "with padding" : "without padding",
      overwritten: false,
    },
    slips: SLIPS,
    compute: scatter,
  };
}

const SLIPS: readonly Slip<PoolGradient>[] = [
  {
    id: "SPREAD_EVENLY",
    readings: (["with padding", "without padding", "kernel"] as const).map(
      (divisor) => (setup) =>
        setup.kind === "max" ? { ...setup, kind: "spread", divisor } : undefined,
    ),
  },
  {
    id: "ALL_TIES",
    readings: [
      (setup) => (setup.kind === "max" ? { ...setup, kind: "all maxima" } : undefined),
      (setup) => (setup.kind === "max" ? { ...setup, kind: "shared maxima" } : undefined),
    ],
  },
  { id: "OVERLAP_OVERWRITTEN", readings: [(setup) => ({ ...setup, overwritten: true })] },
  {
    id: "NOT_DIVIDED",
    readings: [
      (setup) =>
        setup.kind === "average" || setup.kind === "spread"
          ? { ...setup, divisor: "nothing" }
          : undefined,
    ],
  },
];
