import { scratch } from "../scratch";
import type { Image } from "./blocks";
import type { TiledAxis, Tiling } from "./tiling";

const room = scratch();

/** Planes of zeros for the shares of an image's channels, of 4·tiles + 2 rows and columns. */
export function emptyPlanes({ height, width, channels }: Tiling): Float64Array {
  const size = channels * height.length * width.length;
  return room(size).fill(0, 0, size);
}

/** An image's planes: the input with its padding drawn in, each share a plane of its own. */
export function drawnPlanes(x: Float64Array, tiling: Tiling, image: Image): Float64Array {
  const planes = emptyPlanes(tiling);
  eachRow(tiling, image, (inputAt, planeAt, count, step) => {
    let from = inputAt;
    for (let to = planeAt; to < planeAt + count; to++, from += step) planes[to] = x[from]!;
  });
  return planes;
}

/** And back: what the planes hold is added to the inputs that it would be drawn from. */
export function addPlanes(
  planes: Float64Array,
  tiling: Tiling,
  image: Image,
  dx: Float64Array,
): void {
  eachRow(tiling, image, (inputAt, planeAt, count, step) => {
    let to = inputAt;
    for (let from = planeAt; from < planeAt + count; from++, to += step) dx[to]! += planes[from]!;
  });
}

/** Visits the part of each plane's row that lies inside the input, whose neighbours are `step` apart there. */
function eachRow(
  { height, width, shares, channels }: Tiling,
  image: Image,
  visit: (inputAt: number, planeAt: number, count: number, step: number) => void,
): void {
  const step = width.shares * width.images;
  for (let channel = 0; channel < channels; channel++) {
    const share = channel % shares;
    const rows = inside(height, image.row + Math.floor(share / width.shares));
    const columns = inside(width, image.column + (share % width.shares));
    const inputRows = Math.floor(channel / shares) * height.axis.inSize;
    for (let row = rows.from; row < rows.to; row++) {
      const inputRow = inputRows + rows.first + row * height.shares * height.images;
      const inputColumn = columns.first + columns.from * step;
      visit(
        image.inputFrom + inputRow * width.axis.inSize + inputColumn,
        (channel * height.length + row) * width.length + columns.from,
        columns.to - columns.from,
        step,
      );
    }
  }
}

/** Place i along a plane is place first + i·step of the input; those with `from` ≤ i < `to` lie inside it. */
function inside({ axis, shares, images, length }: TiledAxis, phase: number) {
  const step = shares * images;
  const first = phase - axis.padBefore;
  const from = Math.max(0, Math.ceil(-first / step));
  const to = Math.min(length, Math.ceil((axis.inSize - first) / step));
  return { first, from, to };
}
