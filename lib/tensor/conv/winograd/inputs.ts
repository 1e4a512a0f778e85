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
  const rowLength = tiling.width.length;
  eachEntry(points, (row, column, panel, to) => {
    const from = placeOf(tiling, tiles.from + (byTile ? row : column), byTile ? column : row);
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
  const rowLength = tiling.width.length;
  eachEntry(points, (channel, tile, panel, at) => {
    pointsToInputTile(panel, at, points.step, cells);
    let to = placeOf(tiling, tiles.from + tile, channel);
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

function placeOf({ height, width }: Tiling, tile: number, channel: number): number {
  const tileRow = Math.floor(tile / width.tiles);
  const tileColumn = tile - tileRow * width.tiles;
  return (channel * height.length + 4 * tileRow) * width.length + 4 * tileColumn;
}
