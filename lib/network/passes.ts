import { type InputName, type Operand, forward } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { mapped } from "./pass/mapped";
import { type Stage, atLayer } from "./stages";
import type { GivenWeight } from "./weights";

/** A layer after its forward pass. */
export interface Pass {
  readonly y: Tensor;
  /** Gradients by x and by the names of the layer's weights. */
  readonly gradients: (dy: Tensor) => Readonly<Partial<Record<InputName, Tensor>>>;
}

/** Runs x through every layer. @throws KernelError that names the layer */
export function forwardPasses(
  stages: readonly Stage[],
  weights: readonly (readonly GivenWeight[])[],
  x: Tensor,
): Pass[] {
  const passes: Pass[] = [];
  for (const [index, stage] of stages.entries()) {
    const arriving = passes.at(-1)?.y ?? x;
    passes.push(
      atLayer(index, stage.layer, () => passThrough(stage, weights[index] ?? [], arriving)),
    );
  }
  return passes;
}

/** ∂L/∂x and, by the question's own names, the gradient of every weight, for ∂L/∂y of the last layer. */
export function backwardPasses(
  passes: readonly Pass[],
  weights: readonly (readonly GivenWeight[])[],
  dy: Tensor,
): Record<string, Tensor> {
  const grads: Record<string, Tensor> = {};
  let arriving = dy;
  for (let index = passes.length - 1; index >= 0; index--) {
    const found = passes[index]?.gradients(arriving) ?? {};
    for (const { key, name } of weights[index] ?? []) {
      const gradient = found[name];
      if (gradient) grads[key] = gradient;
    }
    arriving = found.x ?? arriving;
  }
  return { x: arriving, ...grads };
}

function passThrough(stage: Stage, weights: readonly GivenWeight[], x: Tensor): Pass {
  if (!stage.question) return mappedPass(stage, x);
  const inputs: Partial<Record<InputName, Operand>> = { x };
  for (const { name, operand } of weights) inputs[name] = operand;
  return forward({ ...stage.question, inputs });
}

function mappedPass({ spec, layer, row }: Stage, x: Tensor): Pass {
  const { map } = spec;
  if (!map) throw new KernelError("ERR_INPUT", "The values of this layer are not computed.");
  const { y, gradient } = mapped(map, layer, x, row.shape);
  return { y, gradients: (dy) => ({ x: gradient(dy) }) };
}
