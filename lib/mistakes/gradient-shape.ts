import { type Model, computed } from "./model";

/** The shape of a gradient, which is that of what it belongs to. */
export function gradientShape(
  shape: readonly number[],
  yShape: readonly number[],
): Model<readonly number[]> {
  return {
    right: shape,
    slips: [
      {
        id: "AXES_SWAPPED",
        readings: [
          (sizes) =>
            sizes.length < 2
              ? undefined
              : [...sizes.slice(0, -2), sizes.at(-1) ?? 1, sizes.at(-2) ?? 1],
        ],
      },
      {
        id: "CHANNELS_KEPT",
        readings: [
          (sizes) =>
            sizes.length < 3 || yShape.length !== sizes.length
              ? undefined
              : sizes.with(sizes.length - 3, yShape.at(-3) ?? 1),
        ],
      },
    ],
    compute: (sizes) => computed([1, 1, 1, sizes.length], sizes),
  };
}
