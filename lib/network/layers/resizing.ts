import { KernelError, pairOf } from "@/lib/tensor";
import { filledSize, showShape, valuesIn } from "@/lib/question";
import type { LayerSpec } from "../layer-spec";
import type { Layer } from "../network";
import { moved, sourcesByCell } from "../pass/moved";
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
    pass: moved(nearest),
    looks: () => "irregular",
  },
  PixelShuffle: {
    stems: ["pixelshuffle"],
    takes: ["factor"],
    needs: ["factor"],
    outShape: shuffled,
    pass: moved(shuffles),
    looks: () => "irregular",
  },
  ZeroPad2d: {
    stems: ["pad"],
    takes: ["pad"],
    needs: ["pad"],
    outShape: padded,
    pass: moved(insides),
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

/** The nearest cell above and to the left: row ⌊i/factor⌋, or ⌊i·H/H′⌋ where the output's size is said. */
function nearest(inShape: readonly number[], outShape: readonly number[], { factor }: Layer) {
  const [height, width] = [inShape[2] ?? 1, inShape[3] ?? 1];
  const [outHeight = 1, outWidth = 1] = outShape.slice(2);
  const [down, right] = pairOf(factor ?? [outHeight / height, outWidth / width]);
  return sourcesByCell(outShape, (channel, i, j) => {
    const row = Math.min(Math.floor(i / down), height - 1);
    return (channel * height + row) * width + Math.min(Math.floor(j / right), width - 1);
  });
}

/** Row i, column j of channel c is cell (⌊i/r⌋, ⌊j/r⌋) of channel c·r² + (i mod r)·r + (j mod r). */
function shuffles(inShape: readonly number[], outShape: readonly number[], { factor }: Layer) {
  const [height, width] = [inShape[2] ?? 1, inShape[3] ?? 1];
  const r = typeof factor === "number" ? factor : 1;
  return sourcesByCell(outShape, (channel, i, j) => {
    const from = channel * r * r + (i % r) * r + (j % r);
    return (from * height + Math.floor(i / r)) * width + Math.floor(j / r);
  });
}

/** What lies inside of the padding. */
function insides(inShape: readonly number[], outShape: readonly number[], { pad }: Layer) {
  const [height, width] = [inShape[2] ?? 1, inShape[3] ?? 1];
  const [top, left] = pad ?? [0, 0];
  return sourcesByCell(outShape, (channel, i, j) => {
    const [row, column] = [i - top, j - left];
    const isInside = row >= 0 && row < height && column >= 0 && column < width;
    return isInside ? (channel * height + row) * width + column : -1;
  });
}
