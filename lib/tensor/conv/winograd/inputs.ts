import type { Block } from "./blocks";
import { type PointMatrices, rowIn } from "./points";
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
  for (let row = 0; row < points.rows; row++) {
    const { panel, at } = rowIn(points, row);
    for (let column = 0; column < points.columns; column++) {
      const from = byTile ? places[row]! + column * plane : places[column]! + row * plane;
      inputTileToPoints(planes, from, rowLength, panel, at + column, points.step);
    }
  }
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
  for (let channel = 0; channel < points.rows; channel++) {
    const { panel, at } = rowIn(points, channel);
    for (let tile = 0; tile < points.columns; tile++) {
      pointsToInputTile(panel, at + tile, points.step, cells);
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
    }
  }
}

/** Where each tile begins in a plane. */
function placesOf({ width }: Tiling, { from, count }: Block): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => {
    const tileRow = Math.floor((from + index) / width.tiles);
    return 4 * (tileRow * width.length + ((from + index) % width.tiles));
  });
}
