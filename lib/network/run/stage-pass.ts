import { KernelError } from "@/lib/tensor";
import type { Branches, LayerPass, Weights } from "../pass/layer-pass";
import { mapped } from "../pass/mapped";
import { type Stage, stageAt } from "../stages";
import { operationPass } from "./operation-pass";

/**
 * A layer worked out in its place, with the activation inside it where it has one.
 *
 * @throws KernelError ERR_INPUT for a layer that is only counted
 */
export function stagePass(stage: Stage, xs: Branches, weights: Weights): LayerPass {
  const own = ownPass(stage, xs, weights);
  const inside = insideOf(stage);
  if (!inside) return own;
  const after = ownPass(inside, [own.y], {});
  return {
    y: after.y,
    gradients: (dy) => own.gradients(after.gradients(dy).xs[0] ?? dy),
  };
}

/** The kinds of layer, of this and of the activation inside it, whose values are not worked out. */
export function notRun(stage: Stage): readonly string[] {
  const { spec, question, layer } = stage;
  const inside = insideOf(stage);
  const own = (spec.pass ?? spec.map ?? question) ? [] : [layer.name];
  return [...own, ...(inside ? notRun(inside) : [])];
}

/** The activation inside a layer, as a layer of its own that follows it. */
function insideOf({ layer: { activation }, row, settings }: Stage): Stage | undefined {
  if (activation === undefined) return undefined;
  const arrival = { shape: row.shape, chain: undefined };
  return stageAt({ name: activation }, [row.id], [arrival], settings);
}

function ownPass({ spec, layer, question, row }: Stage, xs: Branches, weights: Weights): LayerPass {
  if (spec.pass) return spec.pass({ xs, weights, layer, outShape: row.shape });
  if (question) return operationPass(question, layer, xs[0], weights);
  if (!spec.map) {
    throw new KernelError("ERR_INPUT", `Layers of ${layer.name} are counted here, not run.`);
  }
  const { y, gradient } = mapped(spec.map, layer, xs[0], row.shape);
  return { y, gradients: (dy) => ({ xs: [gradient(dy)], weights: {} }) };
}
