import type { Image } from "./image";
import { type KernelView, rotated } from "./kernel-view";
import type { Computation, Shape4, Slip } from "./model";

type Pair = readonly [height: number, width: number];

/** Every source cell stamps the kernel, scaled, onto the target: a transposed convolution, or ∂L/∂X of a convolution. */
export interface Stamps {
  readonly source: Image;
  /** Weights by [source channel][target channel of the group]. */
  readonly kernel: KernelView;
  readonly bias?: Float64Array | undefined;
  readonly groups: number;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Cells cropped: at the top and left, and in all. */
  readonly crop: { readonly before: Pair; readonly after: Pair };
  /** What the target has beyond its last stamp. */
  readonly extra: Pair;
  /** The last stamp on a cell stays alone: of each source channel, of a group's, or of all of them. */
  readonly overwritten?: "by channel" | "by group" | "by all" | undefined;
  /** Which source channels are read. */
  readonly sources: "all" | "first" | "first of group";
  /** Every stamp lands in the channels of the first group, or in those of every group. */
  readonly lands: "own group" | "first group" | "every group";
}

/** The size of the target along both axes: (I − 1)·S + D·(K − 1) + 1 − cropped + extra. */
function targetPlane({ source, kernel, stride, dilation, crop, extra }: Stamps): Pair {
  const along = (axis: 0 | 1) =>
    (source.shape[axis === 0 ? 2 : 3] - 1) * stride[axis] +
    dilation[axis] * (kernel.shape[axis === 0 ? 2 : 3] - 1) +
    1 -
    crop.before[axis] -
    crop.after[axis] +
    extra[axis];
  return [along(0), along(1)];
}

/** The target of the stamps, of which the crop may leave nothing, cell by cell: Σ source[i,j]·K[u,v] over all i·S + u·D − P = h, j·S + v·D − P = w. */
export function stamp(setup: Stamps): Computation {
  const [height, width] = targetPlane(setup);
  const channels = setup.kernel.shape[1] * setup.groups;
  const shape: Shape4 = [setup.source.shape[0], channels, Math.max(height, 0), Math.max(width, 0)];
  const visit = visitor(setup);
  const { bias } = setup;
  return {
    shape,
    at: (n, c, h, w) => {
      let sum = bias?.[c] ?? 0;
      visit(n, c, h, w, (product) => {
        sum += product;
      });
      return sum;
    },
    terms: (n, c, h, w) => {
      const terms: number[] = [];
      visit(n, c, h, w, (product) => terms.push(product));
      return terms;
    },
  };
}

type Visit = (n: number, c: number, h: number, w: number, each: (product: number) => void) => void;

/** Goes through the products of a target cell: source channels, then the kernel's rows and columns. */
function visitor(setup: Stamps): Visit {
  const { source, kernel, stride, dilation, crop, overwritten } = setup;
  const [, sourceChannels, sourceHeight, sourceWidth] = source.shape;
  const [, perGroup, kernelHeight, kernelWidth] = kernel.shape;
  const sources = range(0, setup.groups).map((group) => sourcesOf(setup, group, sourceChannels));
  return (n, c, h, w, each) => {
    if (setup.lands === "first group" && c >= perGroup) return;
    const inner = c % perGroup;
    for (const o of sources[Math.floor(c / perGroup)] ?? []) {
      const plane = (n * sourceChannels + o) * sourceHeight;
      const base = kernel.start + o * kernel.outer + inner * kernel.inner;
      let rowDone = false;
      for (let u = 0; u < kernelHeight && !rowDone; u++) {
        const down = h + crop.before[0] - u * dilation[0];
        const i = down / stride[0];
        const onRow = down >= 0 && i < sourceHeight && Number.isInteger(i);
        let columnDone = false;
        for (let v = 0; v < kernelWidth && !columnDone; v++) {
          const right = w + crop.before[1] - v * dilation[1];
          const j = right / stride[1];
          const lands = onRow && right >= 0 && j < sourceWidth && Number.isInteger(j);
          const weight = kernel.data[base + u * kernel.row + v * kernel.column]!;
          if (lands) each(source.data[(plane + i) * sourceWidth + j]! * weight);
          else if (!overwritten) each(0);
          columnDone = lands && overwritten !== undefined;
        }
        rowDone = columnDone;
      }
    }
  };
}

/** The source channels that reach the target channels of a group. */
function sourcesOf(setup: Stamps, group: number, channels: number): number[] {
  const perGroup = channels / setup.groups;
  const all =
    setup.lands === "own group"
      ? range(group * perGroup, (group + 1) * perGroup)
      : range(0, channels);
  const read = setup.sources === "first" ? all.filter((o) => o === 0) : all;
  const few = setup.sources === "first of group" ? read.filter((o) => o % perGroup === 0) : read;
  const last = few.at(-1) ?? 0;
  if (setup.overwritten === "by group") return few.filter((o) => o > last - perGroup);
  return setup.overwritten === "by all" ? few.slice(-1) : few;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** The stamps lie one cell apart, as if the stride were 1. */
export const zerosNotInserted: Slip<Stamps> = {
  id: "ZEROS_NOT_INSERTED",
  readings: [
    (setup) => sideBySide(setup),
    (setup) => {
      const close = setup.extra[0] + setup.extra[1] > 0 ? sideBySide(setup) : undefined;
      return close && { ...close, extra: [0, 0] };
    },
  ],
};

function sideBySide(setup: Stamps): Stamps | undefined {
  const { stride } = setup;
  return stride[0] === 1 && stride[1] === 1 ? undefined : { ...setup, stride: [1, 1] };
}

/** The rows and columns that the padding takes off are kept. */
export const notCropped: Slip<Stamps> = {
  id: "NOT_CROPPED",
  readings: [
    (setup) => uncropped(setup),
    (setup) => {
      const whole = setup.extra[0] + setup.extra[1] > 0 ? uncropped(setup) : undefined;
      return whole && { ...whole, extra: [0, 0] };
    },
  ],
};

function uncropped(setup: Stamps): Stamps | undefined {
  const { before, after } = setup.crop;
  if (before[0] + before[1] + after[0] + after[1] === 0) return undefined;
  return { ...setup, crop: { before: [0, 0], after: [0, 0] } };
}

/** A stamp replaces what lies under it. */
export const overlapOverwritten: Slip<Stamps> = {
  id: "OVERLAP_OVERWRITTEN",
  readings: [
    (setup) => ({ ...setup, overwritten: "by channel" }),
    (setup) =>
      setup.source.shape[1] > setup.groups ? { ...setup, overwritten: "by all" } : undefined,
    (setup) => (setup.groups > 1 ? { ...setup, overwritten: "by group" } : undefined),
  ],
};

/** The stamp is turned by 180°. */
export function stampRotated(id: "KERNEL_FLIPPED" | "KERNEL_NOT_ROTATED"): Slip<Stamps> {
  return { id, readings: [(setup) => ({ ...setup, kernel: rotated(setup.kernel) })] };
}
