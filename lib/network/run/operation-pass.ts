import { type InputName, type Operand, type Question, forward } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { Layer } from "../network";
import { affine, affineGradients, channelPlace } from "../pass/affine";
import type { LayerPass, Weights } from "../pass/layer-pass";
import { keepConnected } from "./connections";

const LEARNED = ["w", "b", "gamma", "beta"] as const satisfies readonly InputName[];

/** The layer's operation, and what the layers of 1998 add to it: connections, or a coefficient and a bias for each map. */
export function operationPass(
  question: Question,
  layer: Layer,
  x: Tensor,
  weights: Weights,
): LayerPass {
  const { y, gradients } = forward({ ...question, inputs: inputsOf(x, weights) });
  const place = channelPlace(y.shape);
  return {
    y: affine(y, weights, COEFFICIENTS, place),
    gradients: (dy) => {
      const scaled = affineGradients(y, weights, COEFFICIENTS, place, dy);
      const { x: dx = dy, ...learned } = gradients(scaled.x);
      if (learned.w) keepConnected(learned.w, layer);
      return { xs: [dx], weights: { ...defined(learned), ...scaled.weights } };
    },
  };
}

const COEFFICIENTS = { scale: "coefficient", shift: "bias" } as const;

function inputsOf(x: Tensor, weights: Weights): Question["inputs"] {
  const inputs: Partial<Record<InputName, Operand>> = { x };
  for (const name of LEARNED) {
    const weight = weights[name];
    if (weight) inputs[name] = weight;
  }
  return inputs;
}

function defined(gradients: Readonly<Partial<Record<InputName, Tensor>>>): Weights {
  const found: Record<string, Tensor> = {};
  for (const name of LEARNED) {
    const gradient = gradients[name];
    if (gradient) found[name] = gradient;
  }
  return found;
}
