import type { Conventions, Dtype } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { parseLayers, parseNetworkQuestion } from "./schema";
import type { Layer } from "./network";
import { isKnown } from "./spec-of";
import { MAX_CODE, MAX_LAYERS } from "./read/limits";
import { ReadError, type ReadNetwork, readNetwork } from "./read";

/** A network as it was written, in code or as JSON: its layers, and what is said besides. */
export interface Source extends Partial<Omit<ReadNetwork, "layers" | "lines">> {
  readonly layers: readonly Layer[];
  readonly lines?: readonly (number | undefined)[];
  /** Of a question, which says them. */
  readonly conventions?: Conventions;
  readonly dtype?: Dtype;
}

/**
 * The network in a text: PyTorch or Keras code, what print(model) shows, a list of layers as JSON, or a question
 * {"op": "network", "layers": [..], "inputs": {"x": {"shape": [..]}}}.
 *
 * @throws ReadError where it cannot be read or is too long, KernelError for a list that says what no layer takes
 * @example readSource('[{"name": "Conv2d", "out": 6, "kernel": 5}]').layers.length // 1
 */
export function readSource(text: string): Source {
  const plain = text.replace(/^\uFEFF/, "");
  if (!isJson(plain)) return readNetwork(plain);
  if (plain.length > MAX_CODE) {
    throw new ReadError(
      "ERR_LIMIT",
      `The list has ${plain.length} characters; up to ${MAX_CODE} are read.`,
    );
  }
  const source = fromJson(jsonIn(plain));
  if (source.layers.length > MAX_LAYERS) {
    throw new ReadError("ERR_LIMIT", `More than ${MAX_LAYERS} layers.`);
  }
  const lines = layerLines(plain);
  return lines.length === source.layers.length ? { ...source, lines } : source;
}

/**
 * The settings under which a network is counted: its own, and for Keras TensorFlow's padding and images N×H×W×C,
 * unless what is given is plainly N×C×H×W.
 *
 * @param input what is given to it
 * @example settingsOf(readSource("Conv2D(8, 3)"), [28, 28, 1]).conventions // { padding: "tf", layout: "nhwc" }
 */
export function settingsOf(
  { framework, input: said, layout: own, conventions, dtype }: Source,
  input: readonly number[],
): { readonly conventions: Partial<Conventions>; readonly dtype?: Dtype } {
  const kept = dtype ? { dtype } : {};
  if (framework !== "keras") return { conventions: conventions ?? {}, ...kept };
  const [channels = 1, , last = 1] = input.slice(-3);
  const wanted = said?.at(-1);
  const isFirst =
    wanted === undefined ? channels <= 4 && last > 4 : last !== wanted && channels === wanted;
  const layout = own ?? (input.length > 2 && isFirst ? "nchw" : "nhwc");
  return { conventions: { padding: "tf", layout }, ...kept };
}

/** Whether a text begins as a list of objects or an object does. @example isJson(' [{"name":') // true */
function isJson(text: string): boolean {
  return /^\s*(?:\[\s*(?:\{|\])|\{)/.test(text);
}

function fromJson(json: unknown): Source {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { layers: parseLayers(json) };
  }
  if ("op" in json) {
    const layers = "layers" in json ? parseLayers(json.layers) : [];
    const known = layers.filter(({ name }) => isKnown(name));
    const { inputs, conventions, dtype } = parseNetworkQuestion({ ...json, layers: known });
    const input = inputs["x"]?.shape;
    return { layers, conventions, dtype, ...(input ? { input } : {}) };
  }
  if ("layers" in json) return { layers: parseLayers(json.layers) };
  throw new KernelError(
    "ERR_INPUT",
    'An object has no layers; a list would do, [{"name": "Conv2d", "out": 6, "kernel": 5}], or {"op": "network", "layers": [..], "inputs": {"x": {"shape": [..]}}}.',
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ReadError("ERR_JSON", `This is not JSON: ${why}.`, lineOfError(text, why));
  }
}

/** Engines say where they stopped, as a position or as a line. */
function lineOfError(text: string, why: string): number {
  const line = /line (\d+)/.exec(why)?.[1];
  if (line !== undefined) return Number(line);
  const position = Number(/position (\d+)/.exec(why)?.[1] ?? 0);
  return text.slice(0, position).split("\n").length;
}

/**
 * The line of the layer of a list that a sentence about it names by its place; undefined where it is about the whole.
 *
 * @example lineOfFault('[\n{"nam": "ReLU"}]', '[0] holds "nam", which means nothing here.') // 2
 */
export function lineOfFault(text: string, sentence: string): number | undefined {
  const [, place, count] = /^(?:(?:layers)?\[(\d+)\]|Layer (\d+) )/.exec(sentence) ?? [];
  const index = place === undefined ? Number(count) - 1 : Number(place);
  return layerLines(text)[index];
}

/** The lines on which the objects of the list of layers begin; the list is the whole, or a part of a question. */
function layerLines(text: string): readonly number[] {
  const lines: number[] = [];
  let [line, open] = [1, ""];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (token === "\n") line++;
    if (token === "{" && (open === "[" || open === "{[")) lines.push(line);
    if (token === "[" || token === "{") open += token;
    if (token === "]" || token === "}") open = open.slice(0, -1);
  }
  return lines;
}
