import { CHANNELS_FIRST_LAYERS, KERAS_LAYERS } from "./keras";
import { type Machine, isChannelsLast } from "./machine";
import { whole } from "./options";
import { bound } from "./signature";
import { TORCH_LAYERS } from "./torch";
import { type Args, type Signature, type Value, isKind, lastOf } from "./values";

/** A layer, made of the arguments of a call. */
export function moduleOf(machine: Machine, path: string, args: Args, line: number): Value {
  const { name, signature } = found(machine, path);
  if (!signature) return { kind: "module", name: path, given: new Map(), complaints: [], line };
  const { given, complaints } = bound(name, signature, takesAny(signature) ? NO_ARGS : args);
  for (const key of ["input_shape", "shape"]) {
    if (machine.framework === "keras") takeInput(machine, args.named.get(key), false);
  }
  const mistyped = name === lastOf(path) ? [] : [`${path} is not there; ${name} is meant.`];
  return { kind: "module", name, signature, given, complaints: [...mistyped, ...complaints], line };
}

const NO_ARGS: Args = { positional: [], named: new Map() };

/** What leaves all shapes alone may be told anything. */
function takesAny({ layer, build }: Signature): boolean {
  return layer === "Identity" && build === undefined;
}

/** A layer by its name; of a framework that is named, one may write it in other letters. */
function found(
  machine: Machine,
  path: string,
): { readonly name: string; readonly signature?: Signature } {
  const name = lastOf(path);
  const first = machine.isChannelsFirst ? CHANNELS_FIRST_LAYERS.get(name) : undefined;
  const [own, other] =
    machine.framework === "keras" ? [KERAS_LAYERS, TORCH_LAYERS] : [TORCH_LAYERS, KERAS_LAYERS];
  const named = tableNamed(path);
  const exact = first ?? (named ? named.get(name) : (own.get(name) ?? other.get(name)));
  if (exact) return { name, signature: exact };
  const alike = [...(named ?? [])].find(([known]) => known.toLowerCase() === name.toLowerCase());
  return alike ? { name: alike[0], signature: alike[1] } : { name };
}

/** The layers of the framework that a path begins with. */
function tableNamed(path: string): ReadonlyMap<string, Signature> | undefined {
  if (/^(?:torch\.)?nn\./.test(path)) return TORCH_LAYERS;
  return /^(?:tf|tensorflow|keras|layers)\./.test(path) ? KERAS_LAYERS : undefined;
}

/** Keeps the shape of the input, where a value is one. */
export function takeInput(machine: Machine, value: Value | undefined, hasBatch: boolean): void {
  if (!isKind(value, "list") || machine.input) return;
  const sizes = value.items.map((one) => whole(one, 1));
  const [first, ...rest] = sizes;
  const shape = hasBatch ? [first ?? 1, ...rest] : [1, ...sizes];
  const known = shape.filter((one) => one !== undefined);
  machine.graph.input = {
    channels: isChannelsLast(machine) ? shape.at(-1) : shape[1],
    isFlat: shape.length === 2,
  };
  if (known.length === shape.length && [2, 4].includes(known.length)) machine.input = known;
}
