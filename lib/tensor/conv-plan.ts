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
import type { Sweep } from "./sweep";
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
  /** Whether the loops read padded planes, rows of `rowLength` in planes of `planeSize`, or the input as it is. */
  readonly padded: boolean;
  readonly rowLength: number;
  readonly planeSize: number;
  /** The values of one group's input channels, the filters of a group, and the cells of an output plane. */
  readonly groupSize: number;
  readonly groupFilters: number;
  readonly outPlane: number;
  /** A filter's taps (c, u, v) over the output's cells. */
  readonly taps: Sweep;
  /** The output's cells (i, j) over a kernel's taps; only for outputs too small for long loops along their rows. */
  readonly cells: Sweep | undefined;
  readonly longRows: boolean;
}

/** From this width on, loops along an output row pay. */
const LONG_ROW = 8;

/** @throws KernelError ERR_MEMORY beyond `MAX_VALUES` values or `MAX_MACS` multiply–adds */
export function planOf(geometry: ConvGeometry): ConvPlan {
  checkWork(geometry);
  const { groups, height, width } = geometry;
  const inShape = Object.freeze(inputShapeOf(geometry));
  const outShape = Object.freeze(outputShapeOf(geometry));
  const weightShape = Object.freeze(weightShapeOf(geometry));
  const padded = isPadded(geometry);
  const rowLength = padded ? paddedLength(width) : width.inSize;
  const planeSize = rowLength * (padded ? paddedLength(height) : height.inSize);
  const longRows = width.outSize >= LONG_ROW;
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
    groupSize: (geometry.inChannels / groups) * planeSize,
    groupFilters: geometry.outChannels / groups,
    outPlane: height.outSize * width.outSize,
    taps: sweepOfTaps(geometry, planeSize, rowLength),
    cells: longRows ? undefined : sweepOfCells(geometry, rowLength),
    longRows,
  };
}

function sweepOfTaps(geometry: ConvGeometry, planeSize: number, rowLength: number): Sweep {
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
  return {
    offsets,
    rows: height.outSize,
    columns: width.outSize,
    rowStep: height.stride * rowLength,
    columnStep: width.stride,
  };
}

function sweepOfCells({ height, width }: ConvGeometry, rowLength: number): Sweep {
  const offsets = new Int32Array(height.outSize * width.outSize);
  let cell = 0;
  for (let i = 0; i < height.outSize; i++) {
    const row = i * height.stride * rowLength;
    for (let j = 0; j < width.outSize; j++) offsets[cell++] = row + j * width.stride;
  }
  return {
    offsets,
    rows: height.kernel,
    columns: width.kernel,
    rowStep: height.dilation * rowLength,
    columnStep: width.dilation,
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
