import type { Block } from "./blocks";
import { type PointMatrices, rowIn } from "./points";
import { filterToPoints, pointsToFilter } from "./tiles";
import type { Tiling } from "./tiling";

/** A share's nine taps on their way. */
const cells = new Float64Array(9);

/** The points of filters: entries (filter, channel) or (channel, filter). */
export function filtersToPoints(
  w: Float64Array,
  tiling: Tiling,
  filters: Block,
  points: PointMatrices,
  order: "by filter" | "by channel",
): void {
  const byFilter = order === "by filter";
  const taps = tapsOf(tiling);
  const areNineInARow = taps.length === 1 && taps[0]![8] === 8;
  for (let row = 0; row < points.rows; row++) {
    const { panel, at } = rowIn(points, row);
    for (let column = 0; column < points.columns; column++) {
      const filter = filters.from + (byFilter ? row : column);
      const channel = byFilter ? column : row;
      const to = at + column;
      if (areNineInARow) {
        filterToPoints(w, 9 * (filter * tiling.channels + channel), panel, to, points.step);
        continue;
      }
      const { from, places } = placeOf(tiling, taps, filter, channel);
      for (let tap = 0; tap < 9; tap++) {
        const place = places[tap]!;
        cells[tap] = place < 0 ? 0 : w[from + place]!;
      }
      filterToPoints(cells, 0, panel, to, points.step);
    }
  }
}

/** And back: entries (filter, channel), to the taps that there are. */
export function pointsToFilters(
  points: PointMatrices,
  tiling: Tiling,
  filters: Block,
  dw: Float64Array,
): void {
  const taps = tapsOf(tiling);
  for (let filter = 0; filter < points.rows; filter++) {
    const { panel, at } = rowIn(points, filter);
    for (let channel = 0; channel < points.columns; channel++) {
      pointsToFilter(panel, at + channel, points.step, cells);
      const { from, places } = placeOf(tiling, taps, filters.from + filter, channel);
      for (let tap = 0; tap < 9; tap++) {
        const place = places[tap]!;
        if (place >= 0) dw[from + place] = cells[tap]!;
      }
    }
  }
}

/** For each share, where its nine taps lie in a channel of a filter, −1 where it has fewer. */
function tapsOf({ height, width, shares }: Tiling): Int32Array[] {
  const [rows, columns] = [height.axis.kernel, width.axis.kernel];
  return Array.from({ length: shares }, (_, share) =>
    Int32Array.from({ length: 9 }, (_value, tap) => {
      const u = Math.floor(tap / 3) * height.shares + Math.floor(share / width.shares);
      const v = (tap % 3) * width.shares + (share % width.shares);
      return u < rows && v < columns ? u * columns + v : -1;
    }),
  );
}

/** Where a channel of a filter begins, and its share's taps from there. */
function placeOf(
  { height, width, channels, shares }: Tiling,
  taps: readonly Int32Array[],
  filter: number,
  channel: number,
) {
  const index = Math.floor((filter * channels + channel) / shares);
  return {
    from: index * height.axis.kernel * width.axis.kernel,
    places: taps[channel % shares]!,
  };
}
