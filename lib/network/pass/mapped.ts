import type { Tensor } from "@/lib/tensor";
import type { LayerMap } from "../layer-spec";
import type { Layer } from "../network";

/** Value by value: y from x, and ∂L/∂x = ∂L/∂y·slope(x, y). */
export function mapped(map: LayerMap, layer: Layer, x: Tensor, outShape: readonly number[]) {
  const y = { shape: outShape, data: map.forward(x, layer) };
  return {
    y,
    gradient: (dy: Tensor): Tensor => ({
      shape: x.shape,
      data: dy.data.map(
        (g, at) => g * map.slope(x.data[at] ?? Number.NaN, y.data[at] ?? Number.NaN, layer),
      ),
    }),
  };
}
