import type { TileBlock } from "./blocks";
import { type PointMatrices, eachEntry } from "./points";
import { outputTileToPoints, pointsToOutputTile } from "./tiles";
import type { TiledAxis, Tiling } from "./tiling";

/** A tile's 16 outputs on their way. */
const cells = new Float64Array(16);

/** The points of tiles of dy: entries (tile, filter) or (filter, tile). Beyond the image's edge, outputs are 0. */
export function outputsToPoints(
  dy: Float64Array,
  tiling: Tiling,
  tiles: TileBlock,
  points: PointMatrices,
  order: "by tile" | "by filter",
): void {
  const byTile = order === "by tile";
  eachEntry(points, (row, column, panel, to) => {
    const filter = byTile ? column : row;
    const { at, rows, columns } = placeOf(tiling, tiles, filter, byTile ? row : column);
    if (rows < 4 || columns < 4) cells.fill(0);
    const { rowStep, columnStep } = stepsOf(tiling);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) cells[4 * i + j] = dy[at + i * rowStep + j * columnStep]!;
    }
    outputTileToPoints(cells, panel, to, points.step);
  });
}

/** And back: entries (filter, tile), with the bias added, as far as they lie inside. */
export function pointsToOutputs(
  points: PointMatrices,
  b: Float64Array | undefined,
  tiling: Tiling,
  tiles: TileBlock,
  y: Float64Array,
): void {
  eachEntry(points, (filter, tile, panel, from) => {
    pointsToOutputTile(panel, from, points.step, cells);
    const bias = b === undefined ? 0 : b[tiles.filters.from + filter]!;
    const { at, rows, columns } = placeOf(tiling, tiles, filter, tile);
    const { rowStep, columnStep } = stepsOf(tiling);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++)
        y[at + i * rowStep + j * columnStep] = cells[4 * i + j]! + bias;
    }
  });
}

/** Where a tile's outputs begin, and how many of its rows and columns lie inside the image. */
function placeOf(
  { height, width }: Tiling,
  { image, filters, from }: TileBlock,
  filter: number,
  tile: number,
) {
  const tileRow = Math.floor((from + tile) / width.tiles);
  const row = image.row + 4 * tileRow * height.images;
  const column = image.column + 4 * (from + tile - tileRow * width.tiles) * width.images;
  const plane = (filters.from + filter) * height.axis.outSize;
  return {
    at: image.outputFrom + (plane + row) * width.axis.outSize + column,
    rows: inside(height, row),
    columns: inside(width, column),
  };
}

function inside({ axis, images }: TiledAxis, first: number): number {
  return Math.max(0, Math.min(4, Math.ceil((axis.outSize - first) / images)));
}

/** From an image's output to the next below, and to the next to the right. */
function stepsOf({ height, width }: Tiling) {
  return { rowStep: height.images * width.axis.outSize, columnStep: width.images };
}
