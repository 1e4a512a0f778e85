import { filledSize } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import type { LayerSpec, Looks } from "../layer-spec";
import type { Layer } from "../network";
import { windowOf, windowParams } from "./options";

/** Pooling: by a window that slides, by as many windows as wanted, or by one for the plane. */
export const POOLS = {
  MaxPool2d: {
    stems: ["pool"],
    takes: ["kernel", "stride", "padding", "pad", "dilation", "ceil_mode"],
    needs: ["kernel"],
    operation: (layer) => ({ op: "max_pool2d", params: windowParams(layer), weights: {} }),
    looks: poolWindowOf,
  },
  AvgPool2d: {
    stems: ["pool"],
    takes: [
      "kernel",
      "stride",
      "padding",
      "pad",
      "ceil_mode",
      "count_include_pad",
      "affine",
      "activation",
    ],
    needs: ["kernel"],
    operation: (layer) => ({ op: "avg_pool2d", params: windowParams(layer), weights: {} }),
    learned: ({ affine = false }, [, channels = 1]) =>
      affine ? { coefficient: [channels], bias: [channels] } : {},
    looks: poolWindowOf,
  },
  AdaptiveAvgPool2d: adaptive("adaptive_avg_pool2d"),
  AdaptiveMaxPool2d: adaptive("adaptive_max_pool2d"),
  GlobalAvgPool2d: globalPool("global_avg_pool2d"),
  GlobalMaxPool2d: globalPool("global_max_pool2d"),
} as const satisfies Readonly<Record<string, LayerSpec>>;

function adaptive(op: "adaptive_avg_pool2d" | "adaptive_max_pool2d"): LayerSpec {
  return {
    stems: ["pool"],
    takes: ["output_size"],
    needs: ["output_size"],
    operation: ({ output_size = 1 }, shape) => ({
      op,
      params: { output_size: filledSize(output_size, shape.slice(-2)) },
      weights: {},
    }),
    looks: ({ output_size = 1 }, plane) => evenSpans(plane, pairOf(filledSize(output_size, plane))),
  };
}

/** Where the output divides the input, adaptive pooling is pooling by in/out; else its spans differ. */
function evenSpans(plane: readonly [number, number], out: readonly [number, number]): Looks {
  const kernel = [plane[0] / out[0], plane[1] / out[1]] as const;
  return kernel.every(Number.isInteger) ? { kernel, stride: kernel } : "irregular";
}

function globalPool(op: "global_avg_pool2d" | "global_max_pool2d"): LayerSpec {
  return {
    stems: ["pool"],
    takes: [],
    operation: () => ({ op, params: {}, weights: {} }),
    looks: () => "plane",
  };
}

function poolWindowOf(layer: Layer): Looks {
  return windowOf({ ...layer, stride: layer.stride ?? layer.kernel ?? 1 });
}
