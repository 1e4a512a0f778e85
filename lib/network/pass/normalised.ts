import { type Tensor, batchNormTrain, batchNormTrainGradients, reshape } from "@/lib/tensor";
import type { Layer } from "../network";
import { type Place, affine, affineGradients } from "./affine";
import type { Passing } from "./layer-pass";

/** How a normalisation divides its input: so many cells in a row together, and the scale that each cell takes. */
interface Division {
  readonly size: number;
  readonly place: Place;
}

const NAMES = { scale: "gamma", shift: "beta" } as const;

/**
 * Normalisation over runs of `size` cells: x̂ = (x − μ)/√(σ² + ε) in each run, then y = γ·x̂ + β. A run is normalised
 * as batch normalisation does a channel of a batch of one.
 *
 * @see https://arxiv.org/abs/1803.08494 Wu and He, Group Normalization, whose groups are such runs
 */
export function normalised(divide: (shape: readonly number[], layer: Layer) => Division): Passing {
  return ({ xs: [x], weights, layer, outShape }) => {
    const { size, place } = divide(x.shape, layer);
    const runs = inRuns(x, size);
    const hat = reshape(batchNormTrain(runs, undefined, undefined, layer.eps).y, outShape);
    return {
      y: affine(hat, weights, NAMES, place),
      gradients: (dy) => {
        const scaled = affineGradients(hat, weights, NAMES, place, dy);
        const dx = batchNormTrainGradients(runs, undefined, inRuns(scaled.x, size), layer.eps).x;
        return { xs: [reshape(dx, x.shape)], weights: scaled.weights };
      },
    };
  };
}

/** 1×runs×size×1. */
function inRuns(source: Tensor, size: number): Tensor {
  return reshape(source, [1, source.data.length / size, size, 1]);
}
