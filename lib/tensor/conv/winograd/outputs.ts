import type { TileBlock } from "./blocks";
import { type PointMatrices, rowIn } from "./points";
import { outputTileToPoints, pointsToOutputTile } from "./tiles";
import type { TiledAxis, Tiling } from "./tiling";

/** The 16 outputs of a tile that reaches beyond its image's edge, on their way. */
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
  for (let row = 0; row < points.rows; row++) {
    const { panel, at: to } = rowIn(points, row);
    for (let column = 0; column < points.columns; column++) {
      const { at, rows, columns } = places[byTile ? row : column]!;
      const from = at + (byTile ? column : row) * plane;
      if (rows === 4 && columns === 4) {
        outputTileToPoints(dy, from, rowStep, columnStep, panel, to + column, points.step);
        continue;
      }
      cells.fill(0);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          cells[4 * i + j] = dy[from + i * rowStep + j * columnStep]!;
        }
      }
      outputTileToPoints(cells, 0, 4, 1, panel, to + column, points.step);
    }
  }
}

/** And back: entries (filter, tile), with the bias added, as far as they lie inside. Whether all of them are finite. */
export function pointsToOutputs(
  points: PointMatrices,
  b: Float64Array | undefined,
  tiling: Tiling,
  tiles: TileBlock,
  y: Float64Array,
): boolean {
  const { places, plane, rowStep, columnStep } = placesOf(tiling, tiles);
  let zeros = 0;
  for (let filter = 0; filter < points.rows; filter++) {
    const { panel, at: from } = rowIn(points, filter);
    const bias = b === undefined ? 0 : b[tiles.filters.from + filter]!;
    for (let tile = 0; tile < points.columns; tile++) {
      const { at, rows, columns } = places[tile]!;
      const to = at + filter * plane;
      if (rows === 4 && columns === 4) {
        zeros += pointsToOutputTile(
          panel,
          from + tile,
          points.step,
          y,
          to,
          rowStep,
          columnStep,
          bias,
        );
        continue;
      }
      zeros += pointsToOutputTile(panel, from + tile, points.step, cells, 0, 4, 1, bias);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          y[to + i * rowStep + j * columnStep] = cells[4 * i + j]!;
        }
      }
    }
  }
  return zeros === 0;
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
