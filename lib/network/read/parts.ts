import type { ReadNote } from "./problem";
import { type Module, type Value, isKind } from "./values";

/** The most parts of a model that are gone through. */
const MAX_PARTS = 4000;

/** Where each layer hangs in the model: features.0, layer1.0.conv1. */
export function namesIn(model: Value): ReadonlyMap<Module, string> {
  const names = new Map<Module, string>();
  const visited = new Set<Value>();
  const visit = (value: Value, path: string): void => {
    if (visited.has(value) || visited.size > MAX_PARTS) return;
    visited.add(value);
    if (isKind(value, "module")) names.set(value, path);
    for (const [name, part] of partsOf(value)) visit(part, joined(path, name));
  };
  visit(model, "");
  return names;
}

/**
 * The layers that the model holds and that nothing it gives comes from, as they hang together: of a block without any
 * use, the block.
 */
export function unusedIn(model: Value, used: ReadonlySet<Module>): readonly ReadNote[] {
  const notes: ReadNote[] = [];
  const visited = new Set<Value>();
  const visit = (value: Value, path: string): void => {
    if (visited.has(value) || visited.size > MAX_PARTS) return;
    visited.add(value);
    const modules = [...namesIn(value).keys()];
    if (modules.length === 0) return;
    if (path === "" || modules.some((module) => used.has(module))) {
      for (const [name, part] of partsOf(value)) visit(part, joined(path, name));
    } else notes.push(unusedNote(path, modules));
  };
  visit(model, "");
  return notes;
}

function unusedNote(path: string, modules: readonly Module[]): ReadNote {
  const [first] = modules;
  const what = modules.length === 1 && first ? first.name : `${modules.length} layers`;
  const message = `${path.slice(0, 60)} (${what}) is made but not used on the way to the output; it is not counted.`;
  return { message, line: first?.line ?? 1 };
}

function partsOf(value: Value): readonly (readonly [string, Value])[] {
  if (isKind(value, "instance")) return [...value.attributes];
  if (isKind(value, "sequence")) return value.items.map((item) => [item.name, item.value]);
  if (isKind(value, "dict")) return [...value.entries];
  return isKind(value, "list") ? value.items.map((item, place) => [String(place), item]) : [];
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
