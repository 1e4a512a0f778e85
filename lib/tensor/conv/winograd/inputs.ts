import type { Block } from "./blocks";
import { type PointMatrices, eachEntry } from "./points";
import { inputTileToPoints, pointsToInputTile } from "./tiles";
import type { Tiling } from "./tiling";

/** A tile's 36 inputs on their way back. */
const cells = new Float64Array(36);

/** The points of tiles of the planes: entries (tile, channel) or (channel, tile). */
export function inputsToPoints(
  planes: Float64Array,
  tiling: Tiling,
  tiles: Block,
  points: PointMatrices,
  order: "by tile" | "by channel",
): void {
  const byTile = order === "by tile";
  const places = placesOf(tiling, tiles);
  const [plane, rowLength] = [tiling.height.length * tiling.width.length, tiling.width.length];
  eachEntry(points, (row, column, panel, to) => {
    const from = places[byTile ? row : column]! + (byTile ? column : row) * plane;
    inputTileToPoints(planes, from, rowLength, panel, to, points.step);
  });
}

/** And back: entries (channel, tile) are added to the planes, where tiles overlap. */
export function pointsToInputs(
  points: PointMatrices,
  tiling: Tiling,
  tiles: Block,
  planes: Float64Array,
): void {
  const places = placesOf(tiling, tiles);
  const [plane, rowLength] = [tiling.height.length * tiling.width.length, tiling.width.length];
  eachEntry(points, (channel, tile, panel, at) => {
    pointsToInputTile(panel, at, points.step, cells);
    let to = places[tile]! + channel * plane;
    for (let cell = 0; cell < 36; cell += 6) {
      planes[to]! += cells[cell]!;
      planes[to + 1]! += cells[cell + 1]!;
      planes[to + 2]! += cells[cell + 2]!;
      planes[to + 3]! += cells[cell + 3]!;
      planes[to + 4]! += cells[cell + 4]!;
      planes[to + 5]! += cells[cell + 5]!;
      to += rowLength;
    }
  });
}

/** Where each tile begins in a plane. */
function placesOf({ width }: Tiling, { from, count }: Block): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => {
    const tileRow = Math.floor((from + index) / width.tiles);
    return 4 * (tileRow * width.length + ((from + index) % width.tiles));
  });
}
