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
  plainText,
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
  /** Why it is passed over, where it is no layer. */
  readonly because?: string;
}

/** The tensors in a value: itself, or those of a list. */
export function tensorsIn(value: Value | undefined): readonly Tensor[] {
  if (isKind(value, "tensor")) return [value];
  return isKind(value, "list") ? value.items.filter((item) => isKind(item, "tensor")) : [];
}

/** Uses a layer that was made before. */
export function applyModule(machine: Machine, module: Module, input: Value | undefined): Value {
  const { name, signature, given, complaints, line } = module;
  const tensors = tensorsIn(input);
  if (tensors.length === 0) tellLost(machine, module, input ?? null);
  return applied(machine, { name, signature, given, complaints, line, module }, tensors);
}

/** What arrives is a layer that was never called, or something that is not followed: nothing can be counted from there. */
function tellLost(machine: Machine, { name, line }: Module, input: Value): void {
  if (isKind(input, "module")) {
    const message = `${name} is used on ${input.name} itself, not on what it gives; ${input.name}(…)(x) would be that.`;
    machine.problem("ERR_ARGUMENT", message, line);
  } else if (machine.notes.length === 0) {
    const message = `${name} is used on what is not followed, ${plainText(input).slice(0, 60)}; from there on nothing is counted.`;
    machine.notes.push({ message, line });
  }
}

/** Uses a layer or a function on tensors: one row of the table, or the few that one line of code stands for. */
export function applied(machine: Machine, use: Use, tensors: readonly Tensor[]): Value {
  const { line, module } = use;
  const from = tensors.map(({ node }) => node);
  if (from.length === 0) return unknown(`${use.name}(…)`);
  const { layers, complaint } = layersOf(machine, use, from);
  tellChange(machine, use);
  const own = module ? { module } : {};
  let tensor: Tensor | undefined;
  for (const [part, layer] of layers.entries()) {
    const fault = tensor || !complaint ? {} : { complaint };
    const sources = tensor ? [tensor.node] : from;
    tensor = machine.graph.add({ layer, line, from: sources, ...fault, ...own, part });
  }
  return tensor ?? unknown(use.name);
}

/** Options that change numbers and no size, and what they are where they change nothing. */
const NUMERIC: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["padding_mode", "zeros"],
  ["divisor_override", null],
]);

function tellChange({ changes }: Machine, { name, given, line }: Use): void {
  for (const [option, usual] of NUMERIC) {
    const value = given.get(option);
    if (value === undefined || value === usual) continue;
    changes.push({ message: `${option} of ${name} changes the numbers`, line });
  }
}

function layersOf(machine: Machine, use: Use, from: readonly number[]) {
  const { signature } = use;
  if (!signature) return unknownLayer(use);
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

function unknownLayer({ name, because = `${name} is not a layer that is known here` }: Use) {
  const message = `${because}; it is passed over as if it kept the shape.`;
  return { layers: [{ name: lastOf(name) }], complaint: { code: "ERR_LAYER" as const, message } };
}

/** Uses what a function of tensors stands for: one layer, or one after the other. */
export function layered(
  machine: Machine,
  layers: readonly [Layer, ...Layer[]],
  tensors: readonly Tensor[],
  line: number,
): Value {
  const [{ name }] = layers;
  const signature: Signature = { layer: name, parameters: [], build: () => layers };
  return applied(machine, { name, signature, given: new Map(), complaints: [], line }, tensors);
}

/** What changes a tensor in a way that is not followed: the tensor goes on, and a row says so. */
export function passedOver(
  machine: Machine,
  name: string,
  because: string,
  tensor: Tensor,
  line: number,
): Value {
  return applied(machine, { name, because, given: new Map(), complaints: [], line }, [tensor]);
}
