import type { ConvGeometry } from "./conv-geometry";
import type { Way } from "./conv-plan";
import { isDepthwise } from "./depthwise/depthwise-passes";
import { fitsPanels } from "./winograd/blocks";
import { POINTS } from "./winograd/points";
import { type Tiling, tilingOf } from "./winograd/tiling";

/** Multiply–adds up to which a convolution slides; what a tutor shows is far smaller. */
const SMALL = 2 ** 16;

/** The way that is fastest for these sizes. */
export function chooseWay(geometry: ConvGeometry): Way {
  const { batch, inChannels, outChannels, groups, height, width } = geometry;
  const filters = outChannels / groups;
  const taps = (inChannels / groups) * height.kernel * width.kernel;
  const cells = height.outSize * width.outSize;
  const work = batch * outChannels * taps * cells;
  if (work < SMALL) return { kind: "slide" };
  if (isDepthwise(geometry)) return { kind: "stream" };
  // Where there are few filters, taps or cells, packing costs more than the products.
  if (filters < 4 || taps < 8 || cells < 16) return { kind: "slide" };
  const tiling = tilingOf(geometry);
  if (tiling && fitsPanels(tiling) && costOfTiles(geometry, tiling) < 0.8 * work) {
    return { kind: "tile", tiling };
  }
  return { kind: "multiply" };
}

/** What taking a tile or a filter to its points costs, in multiplications. */
const TRANSFORM = 400;

function costOfTiles({ batch, groups }: ConvGeometry, tiling: Tiling): number {
  const { channels, filters, height, width } = tiling;
  const tiles = batch * height.images * width.images * tiling.tiles;
  const products = POINTS * tiles * channels * filters;
  const transforms = TRANSFORM * (tiles * (channels + filters) + channels * filters);
  return groups * (products + transforms);
}
