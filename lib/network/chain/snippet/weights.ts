import type { Operand } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import { ReadError } from "../../read/problem";
import type { Argument } from "../../read/syntax";
import type { Layer } from "../../network";
import { filled } from "./makers";
import { numberFrom } from "./numbers";
import type { Applied } from "./vocabulary";

/** A weight of a layer, by PyTorch's name for it. */
export interface Weight {
  readonly made: Applied;
  readonly name: string;
}

/** Whether a layer has something to learn. */
export function hasWeights({ layer: { name } }: Applied): boolean {
  return name === "Conv2d" || name === "Linear" || name === "BatchNorm2d";
}

/** Whether one tensor is a weight of both. */
export function shareWeights(one: Applied, other: Applied): boolean {
  const held = Object.values(one.weights);
  return Object.values(other.weights).some((weight) => held.includes(weight));
}

/** Sets a weight by PyTorch's name for it. @throws ReadError ERR_CODE where the layer has none of this name */
export function setWeight({ layer, weights }: Applied, name: string, value: Operand, line: number) {
  const key = keyOf(layer, name);
  if (key === undefined) {
    throw new ReadError(
      "ERR_CODE",
      `${name.slice(0, 40)} is not a weight that is read here; weight and bias are.`,
      line,
    );
  }
  if (value.data) weights[key] = value;
}

function keyOf({ name: kind }: Layer, name: string): string | undefined {
  const place = ["weight", "bias"].indexOf(name);
  return (kind === "BatchNorm2d" ? ["gamma", "beta"] : ["w", "b"])[place];
}

/** Calls that set a weight. */
export const INITIALISERS = ["constant_", "zeros_", "zero_", "ones_", "fill_", "copy_"];

const STARTS: ReadonlyMap<string, number> = new Map([
  ["zeros_", 0],
  ["zero_", 0],
  ["ones_", 1],
]);

/** What a call such as nn.init.constant_(conv.weight, 0.5) fills a weight with. */
export function initialTensor(
  call: string,
  { made, name }: Weight,
  given: Argument | undefined,
  line: number,
): Operand {
  const value = STARTS.get(call) ?? (given ? numberFrom(given.value) : 0);
  return filled(weightShape(made.layer, name, line), value, line);
}

/** The shape of a weight or bias, as the layer says it. @throws ReadError ERR_ARGUMENT where it does not */
function weightShape(layer: Layer, name: string, line: number): readonly number[] {
  const { in: ins, out = ins, kernel = 1, groups = 1 } = layer;
  if (ins === undefined || out === undefined) {
    throw new ReadError("ERR_ARGUMENT", `The shape of ${name.slice(0, 40)} is not known.`, line);
  }
  if (name === "bias" || layer.name === "BatchNorm2d") return [out];
  return layer.name === "Linear" ? [out, ins] : [out, ins / groups, ...pairOf(kernel)];
}
