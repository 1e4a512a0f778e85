import { KernelError } from "@/lib/tensor";
import type { LayerSpec } from "./layer-spec";
import type { Layer, LayerOptions } from "./network";

/** Holds a layer's keys against what its kind takes and needs. @throws KernelError ERR_INPUT */
export function checkOptions(layer: Layer, spec: LayerSpec): void {
  const missing = spec.needs?.find((key) => layer[key] === undefined);
  if (missing !== undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `"${missing}" is missing; this layer needs ${list(spec.needs)}.`,
    );
  }
  const stray = OPTION_NAMES.find(
    (key) => layer[key] !== undefined && !ANY_LAYER.includes(key) && !spec.takes.includes(key),
  );
  if (stray !== undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `"${stray}" means nothing to this layer; it takes ${list(spec.takes)}.`,
    );
  }
}

const ANY_LAYER: readonly (keyof LayerOptions)[] = ["id", "from", "shares"];

const OPTION_NAMES = [
  "id",
  "from",
  "shares",
  "activation",
  "in",
  "out",
  "kernel",
  "stride",
  "padding",
  "pad",
  "dilation",
  "groups",
  "connections",
  "bias",
  "output_padding",
  "ceil_mode",
  "count_include_pad",
  "output_size",
  "p",
  "eps",
  "affine",
  "stats",
  "shape",
  "size",
  "factor",
  "axis",
  "negative_slope",
] as const satisfies readonly (keyof LayerOptions)[];

function list(names: readonly string[] | undefined): string {
  return names === undefined || names.length === 0 ? "nothing besides id" : names.join(", ");
}
