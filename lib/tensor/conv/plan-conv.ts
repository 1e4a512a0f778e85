import { chooseWay } from "./choose-way";
import { checkWork } from "./conv-checks";
import { type ConvGeometry, inputShapeOf, outputShapeOf, weightShapeOf } from "./conv-geometry";
import type { ConvPlan } from "./conv-plan";
import { isPadded, paddedLength } from "./padded-planes";
import type { Sweep } from "./sweep";
import { sizeOf } from "../tensor";
import { isTwoOnThree } from "./two-on-three";
import type { WindowAxis } from "../window";

/** From this width on, loops along an output row pay. */
const LONG_ROW = 8;

/**
 * The plan of a convolution, or of the convolution that a transposed one transposes.
 *
 * @throws KernelError ERR_MEMORY beyond `MAX_VALUES` values or `MAX_MACS` multiply–adds
 */
export function planOf(geometry: ConvGeometry): ConvPlan {
  checkWork(geometry);
  const { batch, groups, height, width } = geometry;
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
    slides: !longRows && slidesAlong(width),
    slidesBack: batch === 1 && slidesAlong(width) && width.outSize === 3,
    twoOnThree: isTwoOnThree(geometry),
    way: chooseWay(geometry),
  };
}

/** Whether three windows of three taps fit a row, each one tap further than the one before. */
function slidesAlong({ kernel, outSize, stride, dilation }: WindowAxis): boolean {
  return kernel === 3 && outSize >= 3 && stride === dilation;
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
