import { applied, tensorsIn } from "./apply";
import { KERAS_FUNCTIONS } from "./keras";
import type { Machine } from "./machine";
import { bound, signature } from "./signature";
import { TORCH_FUNCTIONS } from "./torch";
import {
  type Args,
  type Signature,
  type Tensor,
  type Value,
  isKind,
  lastOf,
  showValue,
  unknown,
} from "./values";

/** Methods and functions that hand on what arrives. */
const PASSING = new Set(
  "contiguous to cuda cpu float double half detach clone requires_grad_ type checkpoint relu_backward".split(
    " ",
  ),
);

/** What gives numbers about a tensor, and no layer's output. */
const ENDING = new Set("dim numel sum backward item argmax tolist numpy max min".split(" "));

const CAT = signature("Concat", "dim>axis axis", (layer) => [{ axis: 0, ...layer }]);

/** What a function makes of tensors; undefined where it is called on none. */
export function callFunction(
  machine: Machine,
  path: string,
  args: Args,
  line: number,
): Value | undefined {
  const name = lastOf(path);
  const [first, ...rest] = withInput(args);
  if (tensorsIn(first).length === 0) return undefined;
  const others: Args = { positional: rest, named: withoutInput(args) };
  if (isKind(first, "tensor")) return onTensor(machine, path, first, others, line);
  const known = KERAS_FUNCTIONS.get(name) ?? JOINS.get(name);
  return usedOn(machine, path, known, first ?? null, others, line);
}

/** What a method of a tensor gives. */
export function callTensor(
  machine: Machine,
  tensor: Tensor,
  name: string,
  args: Args,
  line: number,
): Value {
  return onTensor(machine, name, tensor, args, line);
}

const JOINS: ReadonlyMap<string, Signature> = new Map([
  ["cat", CAT],
  ["concat", CAT],
  ["concatenate", CAT],
]);

const PAIRWISE: ReadonlyMap<string, string> = new Map([
  ["add", "Add"],
  ["add_", "Add"],
  ["mul", "Multiply"],
  ["multiply", "Multiply"],
]);

function onTensor(machine: Machine, path: string, tensor: Tensor, args: Args, line: number): Value {
  const name = lastOf(path);
  const pairwise = PAIRWISE.get(name);
  if (PASSING.has(name)) return tensor;
  if (name === "size" || name === "shape") {
    return args.positional.length > 0 || args.named.size > 0 ? unknown("size") : { kind: "sizes" };
  }
  if (ENDING.has(name)) return unknown(name);
  if (name === "view" || name === "reshape") return viewed(machine, tensor, args, line);
  if (name === "mean" || name === "amax") return reduced(machine, name, tensor, args, line);
  if (pairwise !== undefined) return merged(machine, pairwise, [tensor, ...args.positional], line);
  const keras = machine.framework === "keras" ? KERAS_FUNCTIONS.get(name) : undefined;
  return usedOn(machine, path, keras ?? TORCH_FUNCTIONS.get(name), tensor, args, line);
}

/** Tensors brought together value by value; a number among them changes no size. */
export function merged(
  machine: Machine,
  name: string,
  values: readonly Value[],
  line: number,
): Value {
  const tensors = values.flatMap((value) => tensorsIn(value));
  const [first] = tensors;
  if (!first || tensors.length === 1) return first ?? unknown(name);
  const plain = { name, signature: signature(name, ""), given: new Map(), complaints: [], line };
  return applied(machine, plain, tensors);
}

function usedOn(
  machine: Machine,
  path: string,
  known: Signature | undefined,
  input: Value,
  args: Args,
  line: number,
): Value {
  const { given, complaints } = known
    ? bound(`${lastOf(path)}()`, known, args)
    : { given: new Map<string, Value>(), complaints: [] };
  return applied(
    machine,
    { name: path, signature: known, given, complaints, line },
    tensorsIn(input),
  );
}

/** `view` and `reshape` to rows: (batch, −1), (batch, features), (−1, features). */
function viewed(machine: Machine, tensor: Tensor, args: Args, line: number): Value {
  const [first] = args.positional;
  const sizes = isKind(first, "list") ? first.items : args.positional;
  const [, features] = sizes;
  const given = new Map<string, Value>();
  if (sizes.length !== 2 || features === undefined) {
    const name = `view(${sizes.map(showValue).join(", ")})`;
    return applied(machine, { name, given, complaints: [], line }, [tensor]);
  }
  const out = typeof features === "number" && features > 0 ? features : undefined;
  const flatten = signature("Flatten", "", (layer) => [
    { ...layer, ...(out === undefined ? {} : { out }) },
  ]);
  return applied(machine, { name: "Flatten", signature: flatten, given, complaints: [], line }, [
    tensor,
  ]);
}

/** The mean over both axes of the plane is global pooling. */
function reduced(
  machine: Machine,
  name: string,
  tensor: Tensor,
  { positional, named }: Args,
  line: number,
): Value {
  const dims = named.get("dim") ?? named.get("axis") ?? positional[0] ?? null;
  const axes = isKind(dims, "list") ? dims.items.map(showValue).join() : "";
  const keeps = (named.get("keepdim") ?? positional[1]) === true;
  const kind = name === "mean" ? "GlobalAvgPool2d" : "GlobalMaxPool2d";
  const isPlane = ["2,3", "-2,-1", "-1,-2", "3,2"].includes(axes);
  const pool = signature(kind, "", (layer) => (keeps ? [layer] : [layer, { name: "Flatten" }]));
  const known = isPlane ? { signature: pool } : {};
  const shown = `${name} over ${showValue(dims)}`;
  return applied(
    machine,
    { name: isPlane ? kind : shown, ...known, given: new Map(), complaints: [], line },
    [tensor],
  );
}

const INPUTS = ["input", "x", "tensors", "inputs", "features"];

function withInput({ positional, named }: Args): readonly Value[] {
  if (positional.length > 0) return positional;
  const key = INPUTS.find((name) => named.has(name));
  return key === undefined ? [] : [named.get(key) ?? null];
}

function withoutInput({ positional, named }: Args): ReadonlyMap<string, Value> {
  if (positional.length > 0) return named;
  return new Map([...named].filter(([name]) => !INPUTS.includes(name)));
}
