import { callInstance, callSequence, callSuper, instantiated, isLayer } from "./objects";
import { applyModule } from "./apply";
import { callNamed } from "./builtins";
import { itemsOf } from "./items";
import type { Machine } from "./machine";
import { takeInput } from "./made";
import { formatted } from "./operators";
import { callTensor } from "./tensors";
import { type Args, type Method, type Value, isKind, listOf, unknown } from "./values";

/** What a call gives, whatever is called. */
export function callValue(machine: Machine, callee: Value, args: Args, line: number): Value {
  if (typeof callee !== "object" || callee === null) return unknown("a call");
  switch (callee.kind) {
    case "named":
      return callNamed(machine, callee.path, args, line);
    case "module":
      return applyModule(machine, callee, args.positional[0]);
    case "sequence":
      return callSequence(machine, callee, args, line);
    case "instance":
      return callInstance(machine, callee, args, line);
    case "class":
      return instantiated(machine, callee, args, line);
    case "function":
      return machine.run(callee, args, line);
    case "method":
      return callMethod(machine, callee, args, line);
    default:
      return unknown("a call");
  }
}

function callMethod(machine: Machine, { of, name }: Method, args: Args, line: number): Value {
  if (isKind(of, "tensor")) return callTensor(machine, of, name, args, line);
  if (name === "build") return builtWith(machine, args);
  if (isKind(of, "super")) return callSuper(machine, of, name, args, line);
  if (isKind(of, "sizes") && name === "numel") return unknown("a size");
  if (typeof of === "string") return onString(of, name, args);
  if (isKind(of, "list")) return onList(machine, of.items, name, args, line);
  if (isKind(of, "sequence")) return onSequence(of.items, of, name, args);
  if (isKind(of, "dict")) return onDictionary(of.entries, name, args);
  if (isKind(of, "instance")) return onInstance(of.attributes, of, name, args);
  return isKind(of, "module") && SAME.has(name) ? of : unknown(`.${name}(…)`);
}

/** Keras' model.build((None, 28, 28, 1)) says what goes in. */
function builtWith(machine: Machine, { positional: [first], named }: Args): Value {
  takeInput(machine, named.get("input_shape") ?? first, true);
  return null;
}

/** Methods of a model that give the model again. */
const SAME = new Set(["to", "cuda", "cpu", "eval", "train", "float", "double", "half"]);

function onString(text: string, name: string, { positional }: Args): Value {
  if (name === "format") return formatted(text, /\{\d*\}/g, positional);
  if (name === "lower") return text.toLowerCase();
  if (name === "upper") return text.toUpperCase();
  return unknown(`.${name}(…)`);
}

function onList(
  machine: Machine,
  items: Value[],
  name: string,
  { positional: [value = null] }: Args,
  line: number,
): Value {
  if (name === "append") items.push(value);
  else if (name === "extend") {
    const added = itemsOf(value) ?? [];
    machine.work(line, added.length);
    items.push(...added);
  } else if (name === "insert") return unknown(".insert(…)");
  else if (name === "pop") return items.pop() ?? unknown(".pop()");
  else return unknown(`.${name}(…)`);
  return null;
}

type Items = { readonly name: string; readonly value: Value }[];

function onSequence(items: Items, self: Value, name: string, { positional }: Args): Value {
  const [first = null, second] = positional;
  if (SAME.has(name)) return self;
  switch (name) {
    case "add":
    case "append":
      items.push({ name: String(items.length), value: first });
      return null;
    case "extend":
      for (const value of itemsOf(first) ?? []) items.push({ name: String(items.length), value });
      return null;
    case "add_module":
      if (typeof first === "string" && second !== undefined) put(items, first, second);
      return null;
    case "children":
    case "modules":
      return listOf(items.map(({ value }) => value));
    case "forward":
      return unknown(".forward(…)");
    default:
      return unknown(`.${name}(…)`);
  }
}

function put(items: Items, name: string, value: Value): void {
  const place = items.findIndex((item) => item.name === name);
  if (place < 0) items.push({ name, value });
  else items[place] = { name, value };
}

function onDictionary(
  entries: Map<string, Value>,
  name: string,
  { positional: [key = null, otherwise = null] }: Args,
): Value {
  if (name === "values") return listOf([...entries.values()]);
  if (name === "keys") return listOf([...entries.keys()]);
  if (name === "get") return typeof key === "string" ? (entries.get(key) ?? otherwise) : otherwise;
  if (name === "items") {
    return listOf([...entries].map(([own, value]) => listOf([own, value], true)));
  }
  return unknown(`.${name}(…)`);
}

function onInstance(
  attributes: Map<string, Value>,
  self: Value,
  name: string,
  { positional: [key, value] }: Args,
): Value {
  if (SAME.has(name)) return self;
  if (name === "add_module" || name === "register_module") {
    if (typeof key === "string" && value !== undefined) attributes.set(key, value);
    return null;
  }
  if (name === "children") return listOf([...attributes.values()].filter(isLayer));
  return unknown(`.${name}(…)`);
}
