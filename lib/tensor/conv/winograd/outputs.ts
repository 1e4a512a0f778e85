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
  const { places, plane, rowStep, columnStep } = placesOf(tiling, tiles);
  eachEntry(points, (row, column, panel, to) => {
    const { at, rows, columns } = places[byTile ? row : column]!;
    const from = at + (byTile ? column : row) * plane;
    if (rows < 4 || columns < 4) cells.fill(0);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) cells[4 * i + j] = dy[from + i * rowStep + j * columnStep]!;
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
  const { places, plane, rowStep, columnStep } = placesOf(tiling, tiles);
  eachEntry(points, (filter, tile, panel, from) => {
    pointsToOutputTile(panel, from, points.step, cells);
    const bias = b === undefined ? 0 : b[tiles.filters.from + filter]!;
    const { at, rows, columns } = places[tile]!;
    const to = at + filter * plane;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        y[to + i * rowStep + j * columnStep] = cells[4 * i + j]! + bias;
      }
    }
  });
}

/**
 * Where each tile's outputs begin for the first filter, and how many of its rows and columns lie inside the image; from
 * there, a filter's `plane`, and the steps to the image's next row and column.
 */
function placesOf({ height, width }: Tiling, { image, filters, from, count }: TileBlock) {
  const rowLength = width.axis.outSize;
  const plane = height.axis.outSize * rowLength;
  const places = Array.from({ length: count }, (_, index) => {
    const row = image.row + 4 * Math.floor((from + index) / width.tiles) * height.images;
    const column = image.column + 4 * ((from + index) % width.tiles) * width.images;
    return {
      at: image.outputFrom + filters.from * plane + row * rowLength + column,
      rows: inside(height, row),
      columns: inside(width, column),
    };
  });
  return { places, plane, rowStep: height.images * rowLength, columnStep: width.images };
}

function inside({ axis, images }: TiledAxis, first: number): number {
  return Math.max(0, Math.min(4, Math.ceil((axis.outSize - first) / images)));
}
