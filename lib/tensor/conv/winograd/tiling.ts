import type { ConvGeometry } from "../conv-geometry";
import type { WindowAxis } from "../../window";

/**
 * One axis of a convolution, taken apart into convolutions with three taps, stride 1 and dilation 1 (its polyphase
 * components): with dilation D, every D-th output makes an `image` of its own; with stride S, every S-th input and
 * every S-th tap make a `share`, and what the shares give is added.
 *
 * @see Vaidyanathan, Multirate digital filters, filter banks, polyphase networks, and applications (1990)
 */
export interface TiledAxis {
  readonly axis: WindowAxis;
  readonly images: number;
  readonly shares: number;
  /** Tiles of four outputs that cover the longest image. */
  readonly tiles: number;
  /** The inputs that those tiles read. */
  readonly length: number;
}

/** A group of a convolution as Winograd's tiles see it. */
export interface Tiling {
  readonly height: TiledAxis;
  readonly width: TiledAxis;
  /** Shares of a channel. */
  readonly shares: number;
  /** The group's input channels, their shares counted apart, and its filters. */
  readonly channels: number;
  readonly filters: number;
  /** The tiles of one image. */
  readonly tiles: number;
}

/** The tiling of a convolution, or undefined where more than three taps remain along an axis. */
export function tilingOf(geometry: ConvGeometry): Tiling | undefined {
  const height = tiledAxis(geometry.height);
  const width = tiledAxis(geometry.width);
  if (!height || !width) return undefined;
  const shares = height.shares * width.shares;
  return {
    height,
    width,
    shares,
    channels: (geometry.inChannels / geometry.groups) * shares,
    filters: geometry.outChannels / geometry.groups,
    tiles: height.tiles * width.tiles,
  };
}

function tiledAxis(axis: WindowAxis): TiledAxis | undefined {
  const { kernel, stride, dilation, outSize } = axis;
  if ((stride > 1 && dilation > 1) || Math.ceil(kernel / stride) > 3) return undefined;
  const tiles = Math.ceil(outSize / dilation / 4);
  return { axis, images: dilation, shares: stride, tiles, length: 4 * tiles + 2 };
}
