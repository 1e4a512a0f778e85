import type { ConvPlan } from "../conv-plan";
import { type Span, spansOf } from "../gemm/entries";
import { POINT_ROOM } from "./points";
import type { Tiling } from "./tiling";

/** One image of a tiling: a group of an image of the batch, and the outputs that start at `row` and `column`, every D-th. */
export interface Image {
  /** Where its input channels and its output channels begin. */
  readonly inputFrom: number;
  readonly outputFrom: number;
  readonly row: number;
  readonly column: number;
}

/** So many in a row, from `from` on. */
export type Block = Pick<Span, "from" | "count">;

/** Filters whose points fit the panels, and the images that they are for. */
export interface FilterBlock extends Block {
  readonly images: readonly Image[];
}

/** The filters of all groups, in blocks; `from` counts from the first group's first. */
export function filterBlocks(plan: ConvPlan, tiling: Tiling): FilterBlock[] {
  const { channels, filters } = tiling;
  const blocks = spansOf(filters, 3 * Math.floor(POINT_ROOM / (channels + 2)));
  return Array.from({ length: plan.geometry.groups }, (_, group) => {
    const images = imagesOf(plan, tiling, group);
    return blocks.map(({ from, count }) => ({ from: group * filters + from, count, images }));
  }).flat();
}

/** Tiles of an image, for some filters. */
export interface TileBlock extends Block {
  readonly filters: Block;
  readonly image: Image;
}

/** An image's tiles, in blocks whose points fit the panels. */
export function tileBlocks({ channels, tiles }: Tiling, filters: Block, image: Image): TileBlock[] {
  const room = 2 * Math.floor(POINT_ROOM / (Math.max(channels, filters.count) + 2));
  return spansOf(tiles, room).map((block) => ({ ...block, filters, image }));
}

function imagesOf(
  { geometry, outPlane }: ConvPlan,
  { height, width }: Tiling,
  group: number,
): Image[] {
  const { batch, groups, inChannels, outChannels } = geometry;
  const inPlane = height.axis.inSize * width.axis.inSize;
  const phases = height.images * width.images;
  return Array.from({ length: batch * phases }, (_, index) => {
    const n = Math.floor(index / phases);
    return {
      inputFrom: (n * groups + group) * (inChannels / groups) * inPlane,
      outputFrom: n * outChannels * outPlane,
      row: Math.floor((index % phases) / width.images),
      column: index % width.images,
    };
  });
}

/** Whether the points of one filter, and of two tiles, fit the panels. */
export function fitsPanels({ channels }: Tiling): boolean {
  return channels + 2 <= POINT_ROOM;
}
