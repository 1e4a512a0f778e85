import { KernelError } from "@/lib/tensor";
import { layerIds } from "./ids";
import type { Layer, LayerOptions } from "./network";
import { LAYERS } from "./layers";
import { isKnown, specOf } from "./spec-of";

/** A change to a list of layers. */
export type LayerEdit =
  | { readonly do: "add"; readonly name: string }
  | { readonly do: "remove"; readonly at: number }
  | { readonly do: "move"; readonly at: number; readonly to: number }
  | { readonly do: "set"; readonly at: number; readonly key: string; readonly text: string };

/** The kinds of layers, and what each takes, in the order of its options. */
export const LAYER_KINDS: readonly { readonly name: string; readonly takes: readonly string[] }[] =
  Object.entries(LAYERS).map(([name, { takes }]) => ({ name, takes }));

/**
 * A list of layers with one change made. Where layers are named by others, each first gets the id that it has, so
 * that no branch comes to mean another layer.
 *
 * @throws KernelError ERR_INPUT where an option's text says no value
 * @example editedLayers([{ name: "ReLU" }], { do: "add", name: "Flatten" }).length // 2
 */
export function editedLayers(layers: readonly Layer[], edit: LayerEdit): readonly Layer[] {
  const named = withIds(layers);
  switch (edit.do) {
    case "add":
      return [...named, { name: edit.name, ...firstOptions(edit.name) }];
    case "remove":
      return named.toSpliced(edit.at, 1);
    case "move":
      return moved(named, edit.at, edit.to);
    case "set":
      return named.map((layer, index) => (index === edit.at ? withOption(layer, edit) : layer));
  }
}

function withIds(layers: readonly Layer[]): readonly Layer[] {
  if (layers.every(({ from, shares }) => from === undefined && shares === undefined)) return layers;
  const ids = layerIds(layers);
  return layers.map((layer, index) => ({
    ...layer,
    id: layer.id ?? ids[index]?.[0] ?? layer.name,
  }));
}

function moved(layers: readonly Layer[], at: number, to: number): readonly Layer[] {
  const layer = layers[at];
  return layer && to >= 0 && to < layers.length
    ? layers.toSpliced(at, 1).toSpliced(to, 0, layer)
    : layers;
}

/** What a layer that is added begins with, where it needs something. */
function firstOptions(name: string): LayerOptions {
  const needs = isKnown(name) ? (specOf(name).needs ?? []) : [];
  return Object.fromEntries(needs.map((key) => [key, FIRST[key] ?? 1]));
}

const FIRST: Readonly<Partial<Record<keyof LayerOptions, unknown>>> = {
  out: 16,
  kernel: 3,
  groups: 4,
  shape: [16],
  factor: 2,
  pad: [1, 1, 1, 1],
};

function withOption(
  layer: Layer,
  { key, text }: { readonly key: string; readonly text: string },
): Layer {
  const plain = text.trim();
  if (plain !== "") return { ...layer, [key]: valueOf(key, plain) };
  const rest = Object.entries(layer).filter(([name]) => name !== key);
  return { name: layer.name, ...Object.fromEntries(rest) };
}

const WORDS: readonly string[] = ["id", "from", "shares", "activation", "name"];

/** "3", "3, 5", "3×5", "true", "same", "[[0, 1]]", or names. */
function valueOf(key: string, text: string): unknown {
  if (WORDS.includes(key)) {
    const names = text.split(/[\s,]+/).filter((name) => name !== "");
    return key === "from" && names.length > 1 ? names : text;
  }
  if (/^[[{]/.test(text)) return jsonOf(key, text);
  const parts = text.split(/\s*[,×x]\s*|\s+/);
  const values = parts.map(simpleValue);
  if (values.every((value) => value !== undefined)) return values.length > 1 ? values : values[0];
  throw new KernelError("ERR_INPUT", `${key} is ${text}; a number such as 3 would do, or 3, 5.`);
}

function simpleValue(text: string): unknown {
  const word = text.toLowerCase();
  return Object.hasOwn(SIMPLE, word) ? SIMPLE[word] : numberOf(text);
}

const SIMPLE: Readonly<Record<string, unknown>> = {
  none: null,
  null: null,
  true: true,
  yes: true,
  false: false,
  no: false,
  same: "same",
  valid: "valid",
};

function numberOf(text: string): number | undefined {
  const value = Number(text.replace("−", "-"));
  return text !== "" && Number.isFinite(value) ? value : undefined;
}

function jsonOf(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KernelError("ERR_INPUT", `${key} is ${text}, a list that does not end.`);
  }
}

/** An option as one types it. @example optionText([3, 5]) // "3, 5" */
export function optionText(value: Layer[keyof Layer]): string {
  if (value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  if (value.some(Array.isArray)) return JSON.stringify(value);
  return value.map((one) => String(one ?? "None")).join(", ");
}

/**
 * A list of layers as JSON, a layer a line.
 *
 * @example writeLayers([{ name: "Conv2d", out: 6, kernel: 5 }]) // '[\n  {"name": "Conv2d", "out": 6, "kernel": 5}\n]\n'
 */
export function writeLayers(layers: readonly Layer[]): string {
  const lines = layers.map(({ name, id, ...options }) => {
    const parts = Object.entries({ name, ...(id === undefined ? {} : { id }), ...options });
    const written = parts.map(([key, value]) => `"${key}": ${spaced(JSON.stringify(value))}`);
    return `  {${written.join(", ")}}`;
  });
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

/** Lists with a blank after each comma. */
function spaced(json: string): string {
  return json.startsWith("[") ? json.replaceAll(",", ", ") : json;
}
