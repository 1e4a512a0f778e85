import { type InputName, type Operand, INPUT_NAMES, didYouMean, showShape } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { layerIds } from "./ids";
import type { Layer, NetworkQuestion } from "./network";
import type { Stage } from "./stages";

/** A weight as the question gives it, at the layer and under the name that it has there. */
export interface GivenWeight {
  /** The question's own name for it, e.g. "conv1.w". */
  readonly key: string;
  readonly name: InputName;
  readonly operand: Operand;
}

/** The layers, without the bias of those whose weights are given and whose bias is neither given nor asked for. */
export function withGivenBiases({ layers, inputs }: NetworkQuestion): readonly Layer[] {
  const ids = layerIds(layers);
  return layers.map((layer, index) => {
    const has = (name: string) => (ids[index] ?? []).some((id) => inputs[`${id}.${name}`]);
    return layer.bias === undefined && has("w") && !has("b") ? { ...layer, bias: false } : layer;
  });
}

/**
 * The given weights of every layer.
 *
 * @throws KernelError ERR_INPUT for a name that no layer has, ERR_SHAPE where a weight does not fit its layer
 */
export function weightsOf(question: NetworkQuestion, stages: readonly Stage[]): GivenWeight[][] {
  checkKeys(question, stages);
  return stages.map((stage) => given(question, stage));
}

/** The names that the weights of a layer go by; the first id's first. */
function keysOf({ ids, question }: Stage): string[] {
  return ids.flatMap((id) => weightNames(question?.inputs).map((name) => `${id}.${name}`));
}

function weightNames(inputs: Readonly<Partial<Record<InputName, Operand>>> = {}): InputName[] {
  return INPUT_NAMES.filter((name) => name !== "x" && inputs[name] !== undefined);
}

function given({ inputs }: NetworkQuestion, stage: Stage): GivenWeight[] {
  const weights: GivenWeight[] = [];
  for (const name of weightNames(stage.question?.inputs)) {
    for (const key of stage.ids.map((id) => `${id}.${name}`)) {
      const operand = inputs[key];
      const wanted = stage.question?.inputs[name]?.shape;
      if (operand && wanted) weights.push({ key, name, operand: fitted(key, operand, wanted) });
    }
  }
  return weights;
}

/** The weight in the shape that its layer needs; axes of size 1 may be left out. */
function fitted(key: string, operand: Operand, wanted: readonly number[]): Operand {
  if (sizes(operand.shape) === sizes(wanted)) return { ...operand, shape: wanted };
  throw new KernelError(
    "ERR_SHAPE",
    `${key} has the shape ${showShape(operand.shape)}, but its layer needs ${showShape(wanted)}.`,
  );
}

function sizes(shape: readonly number[]): string {
  return shape.filter((size) => size !== 1).join("×");
}

function checkKeys({ inputs }: NetworkQuestion, stages: readonly Stage[]): void {
  const known = ["x", ...stages.flatMap(keysOf)];
  const stray = Object.keys(inputs).find((key) => !known.includes(key));
  if (stray === undefined) return;
  throw new KernelError(
    "ERR_INPUT",
    `inputs.${stray} belongs to no layer. ${didYouMean(stray, known)}`,
  );
}
