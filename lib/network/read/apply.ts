import type { Layer } from "../network";
import type { Machine } from "./machine";
import { ReadError } from "./problem";
import { layerFrom } from "./signature";
import {
  type Arriving,
  type Module,
  type Signature,
  type Tensor,
  type Value,
  isKind,
  lastOf,
  unknown,
} from "./values";

/** What a call of a layer or function stands for. */
interface Use {
  readonly name: string;
  readonly signature?: Signature | undefined;
  readonly given: ReadonlyMap<string, Value>;
  readonly complaints: readonly string[];
  readonly line: number;
  readonly module?: Module;
}

/** The tensors in a value: itself, or those of a list. */
export function tensorsIn(value: Value | undefined): readonly Tensor[] {
  if (isKind(value, "tensor")) return [value];
  return isKind(value, "list") ? value.items.filter((item) => isKind(item, "tensor")) : [];
}

/** Uses a layer that was made before. */
export function applyModule(machine: Machine, module: Module, input: Value | undefined): Value {
  const { name, signature, given, complaints, line } = module;
  return applied(machine, { name, signature, given, complaints, line, module }, tensorsIn(input));
}

/** Uses a layer or a function on tensors: one row of the table, or the few that one line of code stands for. */
export function applied(machine: Machine, use: Use, tensors: readonly Tensor[]): Value {
  const { line, module } = use;
  const from = tensors.map(({ node }) => node);
  if (from.length === 0) return unknown(`${use.name}(…)`);
  const { layers, complaint } = layersOf(machine, use, from);
  const own = module ? { module } : {};
  let tensor: Tensor | undefined;
  for (const [part, layer] of layers.entries()) {
    const fault = tensor || !complaint ? {} : { complaint };
    const sources = tensor ? [tensor.node] : from;
    tensor = machine.graph.add({ layer, line, from: sources, ...fault, ...own, part });
  }
  return tensor ?? unknown(use.name);
}

function layersOf(machine: Machine, use: Use, from: readonly number[]) {
  const { signature } = use;
  if (!signature) return unknownLayer(use.name);
  const { layer, complaints } = layerFrom(signature, use.given);
  const [arriving = machine.graph.input] = machine.graph.arrivingAt(from);
  const found = [...use.complaints, ...complaints];
  const built = builtFrom(signature, layer, use.given, arriving);
  if (built.complaint !== undefined) found.push(built.complaint);
  const message = found.join(" ");
  return {
    layers: built.layers,
    ...(found.length > 0 ? { complaint: { code: "ERR_ARGUMENT" as const, message } } : {}),
  };
}

function builtFrom(
  { build }: Signature,
  layer: Layer,
  given: ReadonlyMap<string, Value>,
  arriving: Arriving,
): { readonly layers: readonly Layer[]; readonly complaint?: string } {
  try {
    return { layers: build ? build(layer, given, arriving) : [layer] };
  } catch (error) {
    if (error instanceof ReadError) return { layers: [layer], complaint: error.message };
    throw error;
  }
}

function unknownLayer(path: string) {
  const name = lastOf(path);
  const message = `${path} is not a layer that is known here; it is passed over as if it kept the shape.`;
  return { layers: [{ name }], complaint: { code: "ERR_LAYER" as const, message } };
}
