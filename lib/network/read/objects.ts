import { applied, applyModule } from "./apply";
import { sequenceOf } from "./items";
import { type Machine, plainArgs } from "./machine";
import { ReadError } from "./problem";
import { signature } from "./signature";
import {
  type Args,
  type Class,
  type Func,
  type Instance,
  type Sequence,
  type Super,
  type Value,
  isKind,
  showValue,
} from "./values";

/** A method or value of a class, or of the classes above it, and what lies above the one that has it. */
function lookUp(
  classes: readonly Value[],
  name: string,
  depth = 0,
): { readonly value: Value; readonly above: readonly Value[] } | undefined {
  if (depth > 8) return undefined;
  for (const one of classes) {
    if (!isKind(one, "class")) continue;
    const value = one.attributes.get(name);
    if (value !== undefined) return { value, above: one.bases };
    const further = lookUp(one.bases, name, depth + 1);
    if (further) return further;
  }
  return undefined;
}

/** A method, tied to the object that it is called on. */
export function methodOf(
  self: Instance,
  classes: readonly Value[],
  name: string,
): Value | undefined {
  const found = lookUp(classes, name);
  if (!found || !isKind(found.value, "function")) return found?.value;
  const tied: Func = { ...found.value, self, above: found.above };
  return tied;
}

/** An object of a class, after its `__init__`. */
export function instantiated(machine: Machine, of: Class, args: Args, line: number): Instance {
  const self: Instance = { kind: "instance", of, attributes: new Map(), line };
  self.attributes.set("training", false);
  const start = methodOf(self, [of], "__init__");
  if (isKind(start, "function")) machine.run(start, args, line);
  else startAbove(self, args);
  return self;
}

/** A method of the classes above, called by `super()`. */
export function callSuper(
  machine: Machine,
  { self, above }: Super,
  name: string,
  args: Args,
  line: number,
): Value {
  const method = methodOf(self, above, name);
  if (isKind(method, "function")) return machine.run(method, args, line);
  if (name === "__init__") startAbove(self, args);
  if (name === "forward" || name === "call") return inOrder(machine, self, args, line);
  return null;
}

/** What `forward` gives; where there is none, the layers in the order in which they were made. */
export function callInstance(machine: Machine, self: Instance, args: Args, line: number): Value {
  for (const name of ["forward", "call", "__call__"]) {
    const method = methodOf(self, [self.of], name);
    if (isKind(method, "function")) return machine.run(method, args, line);
  }
  return inOrder(machine, self, args, line);
}

/** Layers one after the other. */
export function callSequence(
  machine: Machine,
  { items }: Sequence,
  args: Args,
  line: number,
): Value {
  let [input = null] = args.positional;
  for (const { value } of items) {
    if (value !== null && !isKind(value, "tensor")) input = followed(machine, value, input, line);
  }
  return input;
}

function followed(machine: Machine, value: Value, input: Value, line: number): Value {
  if (isKind(value, "module")) return applyModule(machine, value, input);
  if (isCallable(value)) return machine.call(value, plainArgs(input), line);
  const shown = showValue(value);
  const isClass = isKind(value, "named") || isKind(value, "class");
  const name = isKind(value, "named") ? value.path : isKind(value, "class") ? value.name : shown;
  const refused = signature(name, "", (layer) => {
    throw new ReadError(
      "ERR_ARGUMENT",
      isClass
        ? `${layer.name} is the name of a layer; ${layer.name}(…), with brackets, would be one.`
        : `${shown} is no layer.`,
    );
  });
  const use = { name, signature: refused, given: new Map(), complaints: [], line };
  return applied(machine, use, isKind(input, "tensor") ? [input] : []);
}

function isCallable(value: Value): boolean {
  return ["sequence", "instance", "function"].some(
    (kind) => typeof value === "object" && value !== null && value.kind === kind,
  );
}

function inOrder(machine: Machine, self: Instance, args: Args, line: number): Value {
  const parts = [...self.attributes].filter(([, value]) => isLayer(value));
  const items = parts.map(([name, value]) => ({ name, value }));
  return callSequence(machine, { kind: "sequence", items }, args, line);
}

/** Whether a value is a layer, or is made of layers. */
export function isLayer(value: Value): boolean {
  return isKind(value, "module") || isKind(value, "sequence") || isKind(value, "instance");
}

/** nn.Sequential's own `__init__`: its arguments are its layers. */
function startAbove(self: Instance, { positional }: Args): void {
  for (const { name, value } of sequenceOf(positional).items) {
    if (isLayer(value)) self.attributes.set(name, value);
  }
}
