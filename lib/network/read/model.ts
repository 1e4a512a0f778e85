import type { Layer } from "../network";
import { isKnown, specOf } from "../spec-of";
import { execute } from "./execute";
import { tensorsIn } from "./apply";
import { Graph, type Node } from "./graph";
import type { Interpreter } from "./interpreter";
import { plainArgs } from "./machine";
import { definedIn, isModel } from "./defined";
import { isLayer } from "./objects";
import { sequenceOf } from "./items";
import { ReadError } from "./problem";
import type { Statement } from "./syntax";
import { namesIn, unusedIn } from "./parts";
import { type Instance, type Module, Scope, type Value, isKind } from "./values";

/** A layer as it was used, and its own name in the code. */
export interface Used {
  readonly layer: Layer;
  readonly line: number;
  readonly complaint?: Node["complaint"];
}

/** The layers of the model that the code describes, in order of use. */
export function usedLayers(machine: Interpreter, body: readonly Statement[]): readonly Used[] {
  const scope = new Scope();
  const seen: Value[] = [];
  followScript(machine, body, scope, seen);
  const outer = machine.graph;
  const model = modelIn(machine, seen, scope);
  if (model === undefined) {
    const outputs = tensorsIn(machine.output).map(({ node }) => node);
    return rowsOf(outer, outputs.length > 0 ? outputs : [outer.nodes.length - 1], new Map());
  }
  const graph = new Graph();
  graph.input = outer.input;
  machine.graph = graph;
  machine.notes.splice(0);
  const output = machine.call(model, plainArgs({ kind: "tensor", node: -1 }), 1);
  const outputs = outputsIn(output);
  const ends = outputs.length > 0 ? outputs : graph.nodes.map((_, place) => place);
  if (isKind(model, "instance") && outputs.length === 0) tellOutput(machine, output, model);
  machine.notes.push(...unusedIn(model, modulesAt(graph, ends)));
  return rowsOf(graph, ends, namesIn(model));
}

/** Follows what stands outside of functions; a training loop may be longer than the limits once there is a model. */
function followScript(
  machine: Interpreter,
  body: readonly Statement[],
  scope: Scope,
  seen: Value[],
): void {
  try {
    execute(machine, body, scope, (value) => seen.push(value));
  } catch (error) {
    const hasModel = seen.some((value) => isKind(value, "sequence") || isModel(value));
    if (!(error instanceof ReadError) || !hasModel) throw error;
    machine.renew();
  }
}

/** What is to be laid out; undefined where the layers were used outside of any model. */
function modelIn(machine: Interpreter, seen: readonly Value[], scope: Scope): Value | undefined {
  if (tensorsIn(machine.output).length > 0) return undefined;
  const model = seen.findLast((value) => isKind(value, "sequence") || isModel(value));
  if (model !== undefined) return model;
  const list = seen.findLast((value) => isKind(value, "list") && value.items.some(isLayer));
  if (isKind(list, "list")) return sequenceOf(list.items);
  if (machine.graph.nodes.length > 0) return undefined;
  return definedIn(machine, scope) ?? sequenceOf(seen.filter(isLayer));
}

/** The tensors that a model gives: one, or those of a list, a tuple or a dictionary. */
function outputsIn(value: Value): readonly number[] {
  const values = isKind(value, "dict")
    ? [...value.entries.values()]
    : isKind(value, "list")
      ? value.items
      : [value];
  return values.flatMap((one) => tensorsIn(one)).map(({ node }) => node);
}

/** A forward without `return`, or one whose value is not followed: the table shows every layer that is used. */
function tellOutput(machine: Interpreter, output: Value, { of }: Instance): void {
  if (machine.graph.nodes.length === 0) return;
  if (output === null) {
    const message = `${of.name} gives nothing back: its forward ends without return.`;
    machine.problem("ERR_CODE", message, of.line);
  } else {
    const message = `What ${of.name} gives back is not followed; the table shows every layer that it uses.`;
    machine.notes.push({ message, line: of.line });
  }
}

/** The layers that lead to these places. */
function modulesAt(graph: Graph, ends: readonly number[]): ReadonlySet<Module> {
  const nodes = graph.leadingTo(ends).map((place) => graph.nodes[place]?.module);
  return new Set(nodes.filter((module) => module !== undefined));
}

/** The layers that lead to the outputs, each with an id where one must be said, and what it reads. */
function rowsOf(
  graph: Graph,
  outputs: readonly number[],
  names: ReadonlyMap<Module, string>,
): readonly Used[] {
  const places = graph.leadingTo(outputs);
  const nodes = places.flatMap((place) => graph.nodes[place] ?? []);
  const isInOrder = nodes.every(
    ({ from }, row) => from.length === 1 && from[0] === (places[row - 1] ?? -1),
  );
  const own = nodes.map((node) => ownName(node, names));
  const isPlain = isInOrder && own.every((name) => name === undefined) && !sharesAny(nodes);
  const ids = isPlain ? [] : idsOf(nodes, own);
  const idAt = new Map(places.map((place, row) => [place, ids[row] ?? "input"]));
  const firstUse = new Map<string, string>();
  const keys = nodes.map(keysOf());
  return nodes.map(({ layer, line, from, complaint }, row) => {
    const id = ids[row];
    const sources = from.map((place) => idAt.get(place) ?? "input");
    const isNext = from.length === 1 && from[0] === (places[row - 1] ?? -1);
    const key = keys[row];
    const earlier = key === undefined ? undefined : firstUse.get(key);
    if (key !== undefined && id !== undefined && earlier === undefined) firstUse.set(key, id);
    const extra: Partial<Layer> = {
      ...(id === undefined ? {} : { id }),
      ...(isNext ? {} : { from: sources.length === 1 ? (sources[0] ?? "input") : sources }),
      ...(earlier === undefined ? {} : { shares: earlier }),
    };
    return { layer: { ...layer, ...extra }, line, ...(complaint ? { complaint } : {}) };
  });
}

function sharesAny(nodes: readonly Node[]): boolean {
  const used = nodes.map(keysOf()).filter((key) => key !== undefined);
  return new Set(used).size < used.length;
}

/** What tells the weights of one layer from those of another; undefined where it has none. */
function keysOf(): (node: Node) => string | undefined {
  const numbers = new Map<Module, number>();
  return ({ module, part, layer }) => {
    if (!module || !learns(layer)) return undefined;
    const number = numbers.get(module) ?? numbers.size;
    numbers.set(module, number);
    return `${number}.${part}`;
  };
}

function learns({ name }: Layer): boolean {
  if (!isKnown(name)) return false;
  const { takes, learned } = specOf(name);
  return takes.includes("in") || learned !== undefined;
}

/** A layer's name in the code; places alone, such as 0 in nn.Sequential, are none. */
function ownName({ module }: Node, names: ReadonlyMap<Module, string>): string | undefined {
  const said = module?.given.get("name");
  const name = typeof said === "string" && said !== "" ? said : module && names.get(module);
  return name === undefined || /^[\d.]*$/.test(name) ? undefined : name.slice(0, 60);
}

/** Ids that differ: a layer's own name, or its kind and a number. */
function idsOf(nodes: readonly Node[], own: readonly (string | undefined)[]): readonly string[] {
  const taken = new Set(["input"]);
  const counted = new Map<string, number>();
  return nodes.map(({ layer }, row) => {
    const stem = own[row] ?? (isKnown(layer.name) ? specOf(layer.name).stems[0] : layer.name);
    let number = (counted.get(stem) ?? 0) + 1;
    const written = () =>
      own[row] === undefined ? `${stem}${number}` : number === 1 ? stem : `${stem}_${number}`;
    while (taken.has(written())) number++;
    counted.set(stem, number);
    const id = written();
    taken.add(id);
    return id;
  });
}
