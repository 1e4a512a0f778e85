import type { LayerSpec } from "./layer-spec";
import { ACTIVATIONS } from "./layers/activations";
import { MERGES } from "./layers/merges";
import { NORMS } from "./layers/norms";
import { POOLS } from "./layers/pools";
import { RESIZING } from "./layers/resizing";
import { WEIGHTED } from "./layers/weighted";

/** Every kind of layer, by PyTorch's names; GlobalAvgPool2d, Add and Concat are what others call them. */
export const LAYERS: Readonly<Record<string, LayerSpec>> = {
  ...WEIGHTED,
  ...POOLS,
  ...ACTIVATIONS,
  ...NORMS,
  ...RESIZING,
  ...MERGES,
};
