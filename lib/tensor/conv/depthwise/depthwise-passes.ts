import type { ConvGeometry } from "../conv-geometry";
import type { ConvPlan } from "../conv-plan";
import type { WindowAxis } from "../../window";
import { type Plane, STRIP, correlateColumns, dotColumns } from "./columns";

/** Whether each channel has one filter of 3×3 taps of its own, at stride 1, and rows long enough to stream. */
export function isDepthwise({ inChannels, outChannels, groups, height, width }: ConvGeometry) {
  const single = groups > 1 && inChannels === groups && outChannels === groups;
  return single && streams(height) && streams(width);
}

/** From this length on, a row's two columns that begin no window do not matter. */
const SHORTEST = 12;

function streams({ kernel, stride, dilation, padBefore, inSize, outSize }: WindowAxis): boolean {
  const plain = kernel === 3 && stride === 1 && dilation === 1;
  const fits = Math.min(inSize, outSize) >= SHORTEST && Math.max(inSize, outSize) + 2 <= STRIP;
  return plain && padBefore <= 2 && fits;
}

const taps = new Float64Array(9);

/** As `gatherForward`: writes all of y and nothing else; checks nothing. */
export function depthwiseForward(
  x: Float64Array,
  w: Float64Array,
  b: Float64Array | undefined,
  plan: ConvPlan,
  y: Float64Array,
): void {
  const { height, width } = plan.geometry;
  eachChannel(x, y, plan, (input, output, channel) => {
    for (let tap = 0; tap < 9; tap++) taps[tap] = w[9 * channel + tap]!;
    const bias = b?.[channel] ?? 0;
    correlateColumns(input, height.padBefore, width.padBefore, taps, bias, output);
  });
}

/** As `spreadToInput`: the gradient, padded by what the input's padding leaves of 2, with the kernel rotated. */
export function depthwiseToInput(
  dy: Float64Array,
  w: Float64Array,
  plan: ConvPlan,
  dx: Float64Array,
): void {
  const { height, width } = plan.geometry;
  eachChannel(dx, dy, plan, (input, output, channel) => {
    for (let tap = 0; tap < 9; tap++) taps[8 - tap] = w[9 * channel + tap]!;
    correlateColumns(output, 2 - height.padBefore, 2 - width.padBefore, taps, 0, input);
  });
}

/** As `correlateForWeights`: row u of the taps meets row i of the gradients in row i + u − P of the input. */
export function depthwiseForWeights(
  x: Float64Array,
  dy: Float64Array,
  plan: ConvPlan,
  dw: Float64Array,
): void {
  const { height, width } = plan.geometry;
  dw.fill(0);
  eachChannel(x, dy, plan, (input, output, channel) => {
    for (let u = 0; u < 3; u++) {
      const down = u - height.padBefore;
      const first = Math.max(0, down);
      const start = first - down;
      const rows = Math.min(input.rows - first, output.rows - start);
      const cells = rowsOf(input, first, rows);
      const gradients = rowsOf(output, start, rows);
      dotColumns(cells, gradients, width.padBefore, dw, 9 * channel + 3 * u);
    }
  });
}

/** Visits the planes of each channel of each image, of what has the input's shape and of what has the output's. */
function eachChannel(
  inputs: Float64Array,
  outputs: Float64Array,
  { geometry: { batch, inChannels, height, width } }: ConvPlan,
  visit: (input: Plane, output: Plane, channel: number) => void,
): void {
  for (let index = 0; index < batch * inChannels; index++) {
    const input = planeOf(inputs, index, height.inSize, width.inSize);
    const output = planeOf(outputs, index, height.outSize, width.outSize);
    visit(input, output, index % inChannels);
  }
}

function planeOf(data: Float64Array, index: number, rows: number, columns: number): Plane {
  return { data, from: index * rows * columns, rows, columns };
}

function rowsOf(plane: Plane, first: number, rows: number): Plane {
  return { ...plane, from: plane.from + first * plane.columns, rows };
}
