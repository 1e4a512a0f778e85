import { chooseWay } from "./choose-way";
import { checkWork } from "./conv-checks";
import { type ConvGeometry, inputShapeOf, outputShapeOf, weightShapeOf } from "./conv-geometry";
import type { ConvPlan } from "./conv-plan";
import { isPadded, paddedLength } from "./padded-planes";
import { placesOf, sweepOver } from "./sweep";
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
  const { batch, groups, height, width } = geometry;
  const inShape = Object.freeze(inputShapeOf(geometry));
  const outShape = Object.freeze(outputShapeOf(geometry));
  const weightShape = Object.freeze(weightShapeOf(geometry));
  const outLength = sizeOf(outShape);
  const weightLength = sizeOf(weightShape);
  checkWork(outLength, weightLength / geometry.outChannels);
  const padded = isPadded(geometry);
  const rowLength = padded ? paddedLength(width) : width.inSize;
  const planeSize = rowLength * (padded ? paddedLength(height) : height.inSize);
  const channels = geometry.inChannels / groups;
  const longRows = width.outSize >= LONG_ROW;
  const slides = slidesAlong(width);
  const corners = {
    rows: height.outSize,
    columns: width.outSize,
    rowStep: height.stride * rowLength,
    columnStep: width.stride,
  };
  const kernel = {
    rows: height.kernel,
    columns: width.kernel,
    rowStep: height.dilation * rowLength,
    columnStep: width.dilation,
  };
  return {
    geometry,
    inShape,
    inLength: sizeOf(inShape),
    outShape,
    outLength,
    weightShape,
    weightLength,
    padded,
    rowLength,
    planeSize,
    groupChannels: channels,
    groupSize: channels * planeSize,
    groupFilters: geometry.outChannels / groups,
    outPlane: height.outSize * width.outSize,
    taps: sweepOver(corners, placesOf(kernel, channels, planeSize)),
    cells: sweepOver(kernel, placesOf(corners)),
    slides: slides && !longRows,
    slidesBack: slides && batch === 1 && width.outSize === 3,
    twoOnThree: isTwoOnThree(geometry),
    way: chooseWay(geometry),
  };
}

/** Whether three windows of three taps fit a row, each one cell further than the one before. */
function slidesAlong({ kernel, outSize, stride, dilation }: WindowAxis): boolean {
  return kernel === 3 && outSize >= 3 && stride === 1 && dilation === 1;
}
