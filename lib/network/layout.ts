import type { Conventions } from "@/lib/question";
import { unwrapped } from "./batch";

type Layout = Conventions["layout"];

/** An image's shape with its channels before its plane. @example shapeTaken([1, 28, 28, 3], "nhwc") // [1, 3, 28, 28] */
export function shapeTaken(shape: readonly number[], layout: Layout): readonly number[] {
  if (layout === "nchw" || shape.length < 3) return shape;
  const [channels = 1, width = 1, height = 1, ...batch] = shape.toReversed();
  return [...batch, channels, height, width];
}

/** The form in which shapes are shown: the rank and the layout of the network's input. */
interface Form {
  readonly layout: Layout;
  readonly inputRank: number;
  readonly wrappedRank: number;
}

/** The shape that leaves a layer, in the form of the network's input. */
export function shapeShown(
  shape: readonly number[],
  { layout, inputRank, wrappedRank }: Form,
): readonly number[] {
  if (layout === "nchw" || shape.length < 4) return unwrapped(shape, inputRank, wrappedRank);
  const [batch = 1, channels = 1, height = 1, width = 1] = shape;
  const image = [height, width, channels];
  return inputRank === wrappedRank ? [batch, ...image] : image;
}
