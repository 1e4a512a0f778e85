import type { Conventions } from "@/lib/question";

/** A shape of N×C×H×W or fewer axes in the layout of these conventions. @example inLayoutOf({ layout: "nhwc", .. }, [3, 8, 9]) // [8, 9, 3] */
export function inLayoutOf({ layout }: Conventions, shape: readonly number[]): readonly number[] {
  if (layout === "nchw" || shape.length < 3) return shape;
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  return [...shape.slice(0, -3), height, width, channels];
}

/** A shape with its last two axes the other way round. @example swappedPlane([3, 8, 9]) // [3, 9, 8] */
export function swappedPlane(shape: readonly number[]): readonly number[] {
  const [width = 1, height = 1] = shape.toReversed();
  return [...shape.slice(0, -2), width, height];
}
