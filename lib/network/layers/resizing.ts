import { KernelError, pairOf } from "@/lib/tensor";
import { filledSize, showShape, valuesIn } from "@/lib/question";
import type { LayerSpec } from "../layer-spec";
import type { Layer } from "../network";
import { imageChannels } from "./options";

/** Layers that move values to other places, and learn nothing. */
export const RESIZING = {
  Flatten: {
    stems: ["flatten"],
    takes: ["out"],
    outShape: flattened,
    map: { forward: (x) => x.data, slope: () => 1 },
    looks: () => "cell",
  },
  Reshape: {
    stems: ["reshape"],
    takes: ["shape"],
    needs: ["shape"],
    outShape: reshaped,
    map: { forward: (x) => x.data, slope: () => 1 },
    looks: () => "irregular",
  },
  Upsample: {
    stems: ["upsample"],
    takes: ["factor", "output_size"],
    outShape: upsampled,
    looks: () => "irregular",
  },
  PixelShuffle: {
    stems: ["pixelshuffle"],
    takes: ["factor"],
    needs: ["factor"],
    outShape: shuffled,
    looks: () => "irregular",
  },
  ZeroPad2d: {
    stems: ["pad"],
    takes: ["pad"],
    needs: ["pad"],
    outShape: padded,
    looks: ({ pad = [0, 0, 0, 0] }) => ({ kernel: 1, pad }),
  },
} as const satisfies Readonly<Record<string, LayerSpec>>;

/** One row for each example; `out`, where it is said, must be what there is. */
function flattened(shape: readonly number[], { out }: Layer): readonly number[] {
  const [batch = 1, ...rest] = shape;
  const features = valuesIn(rest);
  if (out === undefined || out === features) return [batch, features];
  const product = rest.length > 1 ? `${rest.join("×")} = ${features}` : `${features}`;
  throw new KernelError(
    "ERR_SHAPE",
    `Rows of ${out} do not fit what arrives, ${product} values for each example; ${features} would.`,
  );
}

/** The same values in the same order, each example as C×H×W. */
function reshaped(
  [batch = 1, ...rest]: readonly number[],
  { shape = [] }: Layer,
): readonly number[] {
  const [there, wanted] = [valuesIn(rest), valuesIn(shape)];
  if (there === wanted) return [batch, ...shape];
  throw new KernelError(
    "ERR_SHAPE",
    `${shape.join("×")} holds ${wanted} values for each example, but ${rest.join("×")} = ${there} arrive.`,
  );
}

function upsampled(shape: readonly number[], layer: Layer): readonly number[] {
  imageChannels(layer, shape);
  const { factor, output_size } = layer;
  if (output_size !== undefined) {
    return [...shape.slice(0, 2), ...pairOf(filledSize(output_size, []))];
  }
  if (factor === undefined) {
    throw new KernelError("ERR_INPUT", `"factor" or "output_size" is missing.`);
  }
  const by = pairOf(factor);
  return shape.map((size, axis) => (axis < 2 ? size : Math.floor(size * (by[axis - 2] ?? 1))));
}

/** r² channels become an r×r block of cells of one. */
function shuffled(shape: readonly number[], layer: Layer): readonly number[] {
  const channels = imageChannels(layer, shape);
  const factor = typeof layer.factor === "number" ? layer.factor : 1;
  const [batch = 1, , height = 1, width = 1] = shape;
  if (channels % factor ** 2 === 0) {
    return [batch, channels / factor ** 2, height * factor, width * factor];
  }
  throw new KernelError(
    "ERR_CHANNELS",
    `What arrives has the shape ${showShape(shape)}; ${channels} channels do not divide by ${factor}² = ${factor ** 2}.`,
  );
}

function padded(shape: readonly number[], layer: Layer): readonly number[] {
  const channels = imageChannels(layer, shape);
  const [top, left, bottom, right] = layer.pad ?? [0, 0, 0, 0];
  const [batch = 1, , height = 1, width = 1] = shape;
  return [batch, channels, height + top + bottom, width + left + right];
}
