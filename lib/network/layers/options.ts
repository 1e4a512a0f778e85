import { KernelError } from "@/lib/tensor";
import { type Params, showShape } from "@/lib/question";
import type { LayerWindow } from "../layer-spec";
import type { Layer } from "../network";

/** The window of a convolution, as it slides. */
export function windowOf({
  kernel = 1,
  stride = 1,
  padding,
  pad,
  dilation = 1,
}: Layer): LayerWindow {
  return {
    kernel,
    stride,
    dilation,
    ...(padding === undefined ? {} : { padding }),
    ...(pad === undefined ? {} : { pad }),
  };
}

/** The parameters of a sliding window that the layer states. */
export function windowParams(layer: Layer): Params {
  const pooling = layer.name.includes("Pool") ? (["kernel"] as const) : [];
  return given(layer, [
    ...pooling,
    "stride",
    "padding",
    "pad",
    "dilation",
    "ceil_mode",
    "count_include_pad",
  ]);
}

/** The named parameters that the layer states. */
export function given(layer: Layer, names: readonly (keyof Params & keyof Layer)[]): Params {
  return Object.fromEntries(
    names.filter((name) => layer[name] !== undefined).map((name) => [name, layer[name]]),
  );
}

/**
 * The channels of the image that arrives, held against the layer's own `in`.
 *
 * @throws KernelError ERR_SHAPE for what is no image, ERR_CHANNELS where `in` says otherwise
 */
export function imageChannels(layer: Layer, shape: readonly number[]): number {
  const channels = shape[1];
  if (shape.length !== 4 || channels === undefined) {
    throw new KernelError(
      "ERR_SHAPE",
      `An image N×C×H×W is needed, but what arrives has the shape ${showShape(shape)}.`,
    );
  }
  checkIn(layer, channels, "channels", shape);
  return channels;
}

/** Holds the layer's own `in` against what arrives. @throws KernelError ERR_CHANNELS */
export function checkIn(
  layer: Layer,
  actual: number,
  what: string,
  shape: readonly number[],
): void {
  if (layer.in === undefined || layer.in === actual) return;
  throw new KernelError(
    "ERR_CHANNELS",
    `in is ${layer.in}, but what arrives has the shape ${showShape(shape)}, so ${actual} ${what}. in = ${actual} would fit.`,
  );
}
