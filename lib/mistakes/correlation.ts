import type { Window } from "@/lib/tensor";
import type { Image } from "./image";
import { type KernelView, rotated, transposed } from "./kernel-view";
import type { Computation, Shape4, Slip } from "./model";
import { once } from "./once";
import {
  type Sliding,
  dilationIgnored,
  paddingIgnored,
  strideIgnored,
  windowOver,
} from "./sliding";

/** A convolution, and what may be done wrong in it. */
export interface Correlation {
  readonly x: Image;
  readonly kernel: KernelView;
  readonly bias?: Float64Array | undefined;
  /** How many times the bias is added. */
  readonly biasTimes: number;
  readonly groups: number;
  readonly sliding: Sliding;
  readonly same?: "same" | "same_lower" | undefined;
  /** How many channels of each filter are read. */
  readonly channels: number;
  /** Every filter reads the channels of the first group. */
  readonly firstGroup: boolean;
  /** X + K in place of X·K, with the taps on the padding or without. */
  readonly added?: "everywhere" | "inside" | undefined;
  /** How far every window is off. */
  readonly shift: readonly [height: number, width: number];
  readonly outputTransposed: boolean;
  /** The output's plane where it does not follow from the window. */
  readonly plane?: readonly [height: number, width: number] | undefined;
}

/** Y[n,o,i,j] = b[o] + Σ X[n,c,i·S+u·D−P, j·S+v·D−P]·K[o,c,u,v], as the set-up has it. */
export function correlate(setup: Correlation): Computation | undefined {
  const { x, kernel } = setup;
  const window = windowOver(
    [x.shape[2], x.shape[3]],
    [kernel.shape[2], kernel.shape[3]],
    setup.sliding,
  );
  if (!window) return undefined;
  const [height, width] = setup.plane ?? [window.height.outSize, window.width.outSize];
  const shape: Shape4 = [x.shape[0], kernel.shape[0], height, width];
  const cell = { at: cellOf(setup, window), terms: termsOf(setup, window) };
  return setup.outputTransposed ? withAxesSwapped({ shape, ...cell }) : { shape, ...cell };
}

function cellOf(setup: Correlation, window: Window): Computation["at"] {
  const { bias, biasTimes } = setup;
  const sumOf = setup.added ? sumOfSums(setup, window) : dotOf(setup, window);
  return (n, o, i, j) => (bias ? (bias[o] ?? 0) * biasTimes : 0) + sumOf(n, o, i, j);
}

/** Where the window of a cell lies in its input. */
function windowAt(setup: Correlation, { height, width }: Window) {
  const perGroup = setup.x.shape[1] / setup.groups;
  const filters = setup.kernel.shape[0] / setup.groups;
  return {
    channelOf: (o: number) => (setup.firstGroup ? 0 : Math.floor(o / filters) * perGroup),
    topOf: (i: number) => i * height.stride - height.padBefore + setup.shift[0],
    leftOf: (j: number) => j * width.stride - width.padBefore + setup.shift[1],
  };
}

/** Σ X·K over the window of a cell, the taps on the padding passed over. */
function dotOf(setup: Correlation, window: Window): Computation["at"] {
  const { x, kernel, channels } = setup;
  const { channelOf, topOf, leftOf } = windowAt(setup, window);
  const [downBy, rightBy] = [window.height.dilation, window.width.dilation];
  const [, , kernelHeight, kernelWidth] = kernel.shape;
  const [, inChannels, inHeight, inWidth] = x.shape;
  const { data: inputs } = x;
  const { data: weights, start, outer, inner, row, column } = kernel;
  return (n, o, i, j) => {
    const first = n * inChannels + channelOf(o);
    const [top, left] = [topOf(i), leftOf(j)];
    let sum = 0;
    for (let c = 0; c < channels; c++) {
      for (let u = 0; u < kernelHeight; u++) {
        const h = top + u * downBy;
        if (h < 0 || h >= inHeight) continue;
        const inputRow = ((first + c) * inHeight + h) * inWidth;
        const weightRow = start + o * outer + c * inner + u * row;
        for (let v = 0; v < kernelWidth; v++) {
          const w = left + v * rightBy;
          if (w < 0 || w >= inWidth) continue;
          sum += inputs[inputRow + w]! * weights[weightRow + v * column]!;
        }
      }
    }
    return sum;
  };
}

/** Σ (X + K) over the window of a cell: the taps on the padding add the weight alone, or nothing. */
function sumOfSums(setup: Correlation, window: Window): Computation["at"] {
  const { x, kernel } = setup;
  const inputs = dotOf({ ...setup, kernel: { ...kernel, data: kernel.data.map(() => 1) } }, window);
  if (setup.added === "inside") {
    const seen = dotOf({ ...setup, x: { ...x, data: x.data.map(() => 1) } }, window);
    return (n, o, i, j) => inputs(n, o, i, j) + seen(n, o, i, j);
  }
  const terms = termsOf(setup, window);
  const weights = once(() =>
    Array.from({ length: kernel.shape[0] }, (_, o) =>
      terms(0, o, 0, 0).reduce((sum, term) => sum + term, -inputs(0, o, 0, 0)),
    ),
  );
  return (n, o, i, j) => inputs(n, o, i, j) + (weights()[o] ?? 0);
}

/** The products of a cell in reading order: channels, rows, columns. */
function termsOf(setup: Correlation, window: Window): NonNullable<Computation["terms"]> {
  const { x, kernel, added, channels } = setup;
  const { channelOf, topOf, leftOf } = windowAt(setup, window);
  const [, , kernelHeight, kernelWidth] = kernel.shape;
  const [, inChannels, inHeight, inWidth] = x.shape;
  return (n, o, i, j) => {
    const [first, top, left] = [channelOf(o), topOf(i), leftOf(j)];
    const terms: number[] = [];
    for (let c = 0; c < channels; c++) {
      const plane = (n * inChannels + first + c) * inHeight;
      const base = kernel.start + o * kernel.outer + c * kernel.inner;
      for (let u = 0; u < kernelHeight; u++) {
        const h = top + u * window.height.dilation;
        for (let v = 0; v < kernelWidth; v++) {
          const w = left + v * window.width.dilation;
          const weight = kernel.data[base + u * kernel.row + v * kernel.column]!;
          const inside = h >= 0 && h < inHeight && w >= 0 && w < inWidth;
          const value = inside ? x.data[(plane + h) * inWidth + w]! : 0;
          if (!added) terms.push(value * weight);
          else terms.push(inside || added === "everywhere" ? value + weight : 0);
        }
      }
    }
    return terms;
  };
}

/** The same cells with rows as columns. */
function withAxesSwapped({
  shape: [batch, channels, height, width],
  at,
}: Computation): Computation {
  return { shape: [batch, channels, width, height], at: (n, c, h, w) => at(n, c, w, h) };
}

const NEIGHBOURS = [-1, 0, 1]
  .flatMap((down) => [-1, 0, 1].map((right) => [down, right] as const))
  .filter(([down, right]) => down !== 0 || right !== 0);

/** What can go wrong in a convolution. */
export const CORRELATION_SLIPS: readonly Slip<Correlation>[] = [
  { id: "KERNEL_FLIPPED", readings: [(setup) => ({ ...setup, kernel: rotated(setup.kernel) })] },
  {
    id: "KERNEL_TRANSPOSED",
    readings: [(setup) => ({ ...setup, kernel: transposed(setup.kernel) })],
  },
  strideIgnored(),
  paddingIgnored(),
  dilationIgnored(),
  { id: "BIAS_FORGOTTEN", readings: [(setup) => setup.bias && { ...setup, biasTimes: 0 }] },
  {
    id: "BIAS_PER_CHANNEL",
    readings: [
      (setup) => biased(setup, setup.kernel.shape[1]),
      (setup) => (setup.groups > 1 ? biased(setup, setup.x.shape[1]) : undefined),
    ],
  },
  {
    id: "FIRST_CHANNEL_ONLY",
    readings: [(setup) => (setup.channels > 1 ? { ...setup, channels: 1 } : undefined)],
  },
  {
    id: "GROUPS_IGNORED",
    readings: [(setup) => (setup.groups > 1 ? { ...setup, firstGroup: true } : undefined)],
  },
  {
    id: "ADDED_NOT_MULTIPLIED",
    readings: [
      (setup) => ({ ...setup, added: "everywhere" }),
      (setup) =>
        setup.sliding.pad === "same" || hasPad(setup) ? { ...setup, added: "inside" } : undefined,
    ],
  },
  { id: "OUTPUT_TRANSPOSED", readings: [(setup) => ({ ...setup, outputTransposed: true })] },
  { id: "NOT_CROPPED", readings: [uncropped] },
  {
    id: "WINDOW_SHIFTED",
    alike: true,
    readings: NEIGHBOURS.map(
      (shift) => (setup) => (canShift(setup, shift) ? { ...setup, shift } : undefined),
    ),
  },
];

/** A window that leaves an input of one row, or of one column, reads nothing. */
function canShift({ x }: Correlation, [down, right]: readonly [number, number]): boolean {
  return (down === 0 || x.shape[2] > 1) && (right === 0 || x.shape[3] > 1);
}

/** The full result: every window that meets the input in one cell at least. */
function uncropped(setup: Correlation): Correlation | undefined {
  const { kernel, sliding } = setup;
  const [down, right] = [
    sliding.dilation[0] * (kernel.shape[2] - 1),
    sliding.dilation[1] * (kernel.shape[3] - 1),
  ];
  const pad = [down, right, down, right] as const;
  const isFull = typeof sliding.pad !== "string" && sliding.pad.every((one, at) => one === pad[at]);
  return isFull ? undefined : { ...setup, sliding: { ...sliding, pad } };
}

function biased(setup: Correlation, times: number): Correlation | undefined {
  return setup.bias && times > 1 && setup.biasTimes === 1
    ? { ...setup, biasTimes: times }
    : undefined;
}

function hasPad({ sliding: { pad } }: Correlation): boolean {
  return typeof pad === "string" || pad.some((side) => side > 0);
}
