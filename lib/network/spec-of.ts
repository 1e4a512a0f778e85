import { didYouMean } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { LayerSpec } from "./layer-spec";
import { LAYERS } from "./layers";

const BY_PLAIN_NAME = new Map(Object.keys(LAYERS).map((name) => [plain(name), name]));

/**
 * PyTorch's spelling of a layer's name; case and underscores do not matter.
 *
 * @throws KernelError ERR_INPUT for an unknown layer, with the nearest name
 * @example layerName("max_pool2d") // "MaxPool2d"
 */
export function layerName(written: string): string {
  const name = BY_PLAIN_NAME.get(plain(written));
  if (name !== undefined) return name;
  throw new KernelError(
    "ERR_INPUT",
    `There is no layer "${written}". ${didYouMean(written, Object.keys(LAYERS))}`,
  );
}

/** Whether there is such a layer. @example isKnown("conv2d") // true */
export function isKnown(written: string): boolean {
  return BY_PLAIN_NAME.has(plain(written));
}

/** What is known of a kind of layer. @throws KernelError ERR_INPUT */
export function specOf(written: string): LayerSpec {
  const spec = LAYERS[layerName(written)];
  if (spec) return spec;
  throw new KernelError("ERR_INPUT", `There is no layer "${written}".`);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
