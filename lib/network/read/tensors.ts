import { applied, layered, passedOver, tensorsIn } from "./apply";
import { KERAS_FUNCTIONS } from "./keras";
import { itemAt } from "./items";
import { type Machine, sizesOf } from "./machine";
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
import { squeezed, viewed } from "./views";

/** Methods and functions that hand on what arrives. */
const PASSING = new Set(
  "contiguous expand expand_as to cuda cpu float double half detach clone requires_grad_ type checkpoint relu_backward".split(
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
  const join = JOINS.get(name);
  const [only, ...further] = isKind(first, "list") ? first.items : [];
  if (join && only !== undefined && further.length === 0) return only;
  return usedOn(machine, path, KERAS_FUNCTIONS.get(name) ?? join, first ?? null, others, line);
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

/** Pools whose window is the plane's own size: F.avg_pool2d(x, x.size()[2:]). */
const WHOLE_PLANE: ReadonlyMap<string, string> = new Map([
  ["avg_pool2d", "GlobalAvgPool2d"],
  ["max_pool2d", "GlobalMaxPool2d"],
]);

function onTensor(machine: Machine, path: string, tensor: Tensor, args: Args, line: number): Value {
  const name = lastOf(path);
  const pairwise = PAIRWISE.get(name);
  if (name === "detach") machine.changes.push({ message: "detach() lets no gradient back", line });
  if (PASSING.has(name)) return tensor;
  if (name === "size" || name === "shape") {
    const axis = args.positional[0] ?? args.named.get("dim");
    const sizes = sizesOf(machine, tensor);
    return axis === undefined ? sizes : itemAt(sizes, axis);
  }
  if (ENDING.has(name)) return unknown(name);
  if (name === "view" || name === "reshape") return viewed(machine, tensor, args, line);
  if (name === "squeeze") return squeezed(machine, tensor, line);
  if (name === "pad" && !hasKnownSides(args)) {
    const because = `How much ${path} pads depends on sizes that are not followed`;
    return passedOver(machine, path, because, tensor, line);
  }
  if (name === "mean" || name === "amax") return reduced(machine, name, tensor, args, line);
  const whole = WHOLE_PLANE.get(name);
  const window = args.positional[0] ?? args.named.get("kernel_size");
  if (whole !== undefined && isKind(window, "sizes")) {
    return layered(machine, [{ name: whole }], [tensor], line);
  }
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
  if (first && tensors.length === 1) {
    const message = `${name === "Add" ? "Adding" : "Multiplying by"} what is no layer’s output changes the numbers`;
    machine.changes.push({ message, line });
  }
  if (!first || tensors.length === 1) return first ?? unknown(name);
  return layered(machine, [{ name }], tensors, line);
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

/** Whether the sides of F.pad are numbers; sizes reckoned from a tensor are not. */
function hasKnownSides({ positional: [first], named }: Args): boolean {
  const sides = named.get("pad") ?? first;
  return !isKind(sides, "list") || !sides.items.some((side) => isKind(side, "unknown"));
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
  if (!isPlane) {
    const because = `Only ${name} over both axes of the plane, (2, 3), is followed, not over ${showValue(dims)}`;
    return passedOver(machine, name, because, tensor, line);
  }
  const further = keeps ? [] : [{ name: "Flatten" }];
  return layered(machine, [{ name: kind }, ...further], [tensor], line);
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
