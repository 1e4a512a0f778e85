import { checkWork } from "./conv-checks";
import {
  type Conv2dOptions,
  type ConvGeometry,
  conv2dGeometry,
  inputShapeOf,
  outputShapeOf,
  weightShapeOf,
} from "./conv-geometry";
import { isPadded, paddedLength } from "./padded-planes";
import { sizeOf } from "./tensor";
import type { Pair, Sides } from "./window";

/**
 * A convolution's geometry, with what the loops would otherwise work out anew in each call. Plans are shared between
 * calls, and results carry their shapes, so the shapes are frozen.
 */
export interface ConvPlan {
  readonly geometry: ConvGeometry;
  readonly inShape: readonly number[];
  readonly inLength: number;
  readonly outShape: readonly number[];
  readonly outLength: number;
  readonly weightShape: readonly number[];
  readonly weightLength: number;
  readonly padded: boolean;
  /** The length of a row, and the size of a plane, of the input that the taps read: padded where `padded`. */
  readonly rowLength: number;
  readonly planeSize: number;
  /** For each tap (c, u, v) of a filter, how far it reads behind its window's corner in the first channel. */
  readonly tapOffsets: Int32Array;
}

/** @throws KernelError ERR_MEMORY beyond `MAX_VALUES` values or `MAX_MACS` multiply–adds */
export function planOf(geometry: ConvGeometry): ConvPlan {
  checkWork(geometry);
  const { height, width } = geometry;
  const inShape = Object.freeze(inputShapeOf(geometry));
  const outShape = Object.freeze(outputShapeOf(geometry));
  const weightShape = Object.freeze(weightShapeOf(geometry));
  const padded = isPadded(geometry);
  const rowLength = padded ? paddedLength(width) : width.inSize;
  const planeSize = rowLength * (padded ? paddedLength(height) : height.inSize);
  const tapOffsets = offsetsOf(geometry, planeSize, rowLength);
  return {
    geometry,
    inShape,
    inLength: sizeOf(inShape),
    outShape,
    outLength: sizeOf(outShape),
    weightShape,
    weightLength: sizeOf(weightShape),
    padded,
    rowLength,
    planeSize,
    tapOffsets,
  };
}

interface Choices {
  readonly stride: Pair | undefined;
  readonly padding: Conv2dOptions["padding"];
  readonly pad: Sides | undefined;
  readonly dilation: Pair | undefined;
  readonly rounding: Conv2dOptions["rounding"];
  readonly groups: number | undefined;
}

const DEFAULTS: Conv2dOptions = {};

let last:
  | {
      readonly xShape: readonly number[];
      readonly wShape: readonly number[];
      readonly choices: Choices;
      readonly plan: ConvPlan;
    }
  | undefined;

/**
 * The plan for these shapes and options. The last one is kept, and found again by value: whoever varies numbers
 * under one geometry (a difference quotient, a search among mistakes) pays for checking it once.
 *
 * @throws KernelError as `conv2dGeometry` and `planOf` do
 */
export function planConv2d(
  xShape: readonly number[],
  wShape: readonly number[],
  options: Conv2dOptions = DEFAULTS,
): ConvPlan {
  if (
    last !== undefined &&
    sameShape(last.xShape, xShape) &&
    sameShape(last.wShape, wShape) &&
    sameChoices(last.choices, options)
  ) {
    return last.plan;
  }
  const plan = planOf(conv2dGeometry(xShape, wShape, options));
  last = { xShape: [...xShape], wShape: [...wShape], choices: choicesOf(options), plan };
  return plan;
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return b.length === 4 && a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function sameChoices(a: Choices, b: Conv2dOptions): boolean {
  return (
    a.groups === b.groups &&
    a.rounding === b.rounding &&
    sameEntries(a.stride, b.stride) &&
    sameEntries(a.padding, b.padding) &&
    sameEntries(a.pad, b.pad) &&
    sameEntries(a.dilation, b.dilation)
  );
}

type Entries = Pair | Sides | string | undefined;

function sameEntries(a: Entries, b: Entries): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

function choicesOf(options: Conv2dOptions): Choices {
  const { stride, padding, pad, dilation, rounding, groups } = options;
  return {
    stride: copyOf(stride),
    padding: typeof padding === "string" ? padding : copyOf(padding),
    pad: pad && [pad[0], pad[1], pad[2], pad[3]],
    dilation: copyOf(dilation),
    rounding,
    groups,
  };
}

function copyOf(value: Pair | undefined): Pair | undefined {
  return typeof value === "object" ? [value[0], value[1]] : value;
}

function offsetsOf(geometry: ConvGeometry, planeSize: number, rowLength: number): Int32Array {
  const { height, width } = geometry;
  const channels = geometry.inChannels / geometry.groups;
  const offsets = new Int32Array(channels * height.kernel * width.kernel);
  let tap = 0;
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < height.kernel; u++) {
      const row = c * planeSize + u * height.dilation * rowLength;
      for (let v = 0; v < width.kernel; v++) offsets[tap++] = row + v * width.dilation;
    }
  }
  return offsets;
}
