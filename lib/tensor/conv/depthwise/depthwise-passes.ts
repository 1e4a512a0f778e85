import type { ConvGeometry } from "../conv-geometry";
import type { ConvPlan } from "../conv-plan";
import { scratch } from "../scratch";
import type { WindowAxis } from "../../window";
import { type Plane, correlateColumns, dotColumns, drawPlane } from "./columns";

/** Whether each channel has one filter of 3×3 taps of its own, at stride 1, and rows long enough to stream. */
export function isDepthwise({ inChannels, outChannels, groups, height, width }: ConvGeometry) {
  const single = groups > 1 && inChannels === groups && outChannels === groups;
  return single && streams(height) && streams(width);
}

/** From this length on, a row's two columns that begin no window do not matter. */
const SHORTEST = 12;

function streams({ kernel, stride, dilation, padBefore, inSize, outSize }: WindowAxis): boolean {
  const plain = kernel === 3 && stride === 1 && dilation === 1;
  return plain && padBefore <= 2 && Math.min(inSize, outSize) >= SHORTEST;
}

const room = scratch();
const taps = new Float64Array(9);

/** As `gatherForward`: writes all of y and nothing else; checks nothing. */
export function depthwiseForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const { height, width, inChannels } = plan.geometry;
  const padded = paddedFor(height.outSize, width.outSize);
  for (let index = 0; index < plan.geometry.batch * inChannels; index++) {
    const channel = index % inChannels;
    drawPlane(inputPlane(x, index, plan), height.padBefore, width.padBefore, padded);
    for (let tap = 0; tap < 9; tap++) taps[tap] = w[9 * channel + tap]!;
    correlateColumns(padded, taps, b?.[channel] ?? 0, outputPlane(y, index, plan));
  }
}

/** As `spreadToInput`: the gradient, padded by what the input's padding leaves of 2, with the kernel rotated. */
export function depthwiseToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  const { height, width, inChannels } = plan.geometry;
  const padded = paddedFor(height.inSize, width.inSize);
  for (let index = 0; index < plan.geometry.batch * inChannels; index++) {
    const from = 9 * (index % inChannels);
    drawPlane(outputPlane(dy, index, plan), 2 - height.padBefore, 2 - width.padBefore, padded);
    for (let tap = 0; tap < 9; tap++) taps[8 - tap] = w[from + tap]!;
    correlateColumns(padded, taps, 0, inputPlane(dx, index, plan));
  }
}

/** As `correlateForWeights`: row u of the taps meets row i of the gradients in row i + u − P of the input. */
export function depthwiseForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  const { height, width, inChannels } = plan.geometry;
  dw.fill(0);
  for (let index = 0; index < plan.geometry.batch * inChannels; index++) {
    const cells = inputPlane(x, index, plan);
    const gradients = outputPlane(dy, index, plan);
    for (let u = 0; u < 3; u++) {
      const down = u - height.padBefore;
      const first = Math.max(0, down);
      const start = first - down;
      const rows = Math.min(cells.rows - first, gradients.rows - start);
      const dwFrom = 9 * (index % inChannels) + 3 * u;
      const [above, below] = [rowsOf(cells, first, rows), rowsOf(gradients, start, rows)];
      dotColumns(above, below, width.padBefore, dw, dwFrom);
    }
  }
}

/** A plane of zeros with two rows and two columns more; all channels are drawn into the same place of it. */
function paddedFor(rows: number, columns: number): Plane {
  const size = (rows + 2) * (columns + 2);
  const data = room(size).fill(0, 0, size);
  return { data, from: 0, rows: rows + 2, columns: columns + 2 };
}

function rowsOf(plane: Plane, first: number, rows: number): Plane {
  return { ...plane, from: plane.from + first * plane.columns, rows };
}

function inputPlane(data: Float64Array, index: number, { geometry }: ConvPlan): Plane {
  const [rows, columns] = [geometry.height.inSize, geometry.width.inSize];
  return { data, from: index * rows * columns, rows, columns };
}

function outputPlane(data: Float64Array, index: number, { geometry }: ConvPlan): Plane {
  const [rows, columns] = [geometry.height.outSize, geometry.width.outSize];
  return { data, from: index * rows * columns, rows, columns };
}
