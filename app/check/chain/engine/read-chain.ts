import { readOperandText } from "@/lib/answer/operand";
import type { ChainRadii } from "@/lib/answer/chain";
import { readSizes } from "@/lib/answer/check";
import { type Layer, layerIds } from "@/lib/network";
import type { ChainLoss, ChainQuestion } from "@/lib/network/chain";
import { readSnippet } from "@/lib/network/chain/snippet";
import type { Operand } from "@/lib/question";
import type { KernelError, Tensor } from "@/lib/tensor";
import { describe } from "../../engine/describe";
import { readParam } from "../../read-params";
import type { ChainForm, LayerRow } from "../form";
import { fieldsOf, type WeightName, weightsOf } from "../kinds";
import type { Unfollowed } from "./types";

export interface ReadChain {
  readonly question: ChainQuestion | null;
  readonly readAs: Record<string, string>;
  readonly problems: Record<string, string>;
  readonly unfollowed: readonly Unfollowed[];
  readonly waits: boolean;
  /** How far typed numbers may be from what is written. */
  readonly radii: ChainRadii;
}

/** A chain from its form: what it asks, or a sentence beside each field that does not fit. */
export function readChain(form: ChainForm): ReadChain {
  return form.source === "snippet" ? fromSnippet(form) : fromLayers(form);
}

const NOTHING_READ = { readAs: {}, problems: {}, unfollowed: [], radii: {} };

function fromSnippet({ snippet, seed, conventions, dtype }: ChainForm): ReadChain {
  if (snippet.trim() === "") return { ...NOTHING_READ, question: null, waits: true };
  const { chain, problems } = readSnippet(snippet);
  const read = { ...NOTHING_READ, unfollowed: problems, waits: false };
  if (!chain) return { ...read, question: null };
  const drawn = seedFrom(seed);
  if (typeof drawn === "string") return { ...read, problems: { seed: drawn }, question: null };
  return { ...read, question: { ...chain, ...drawn, conventions, dtype } };
}

/** Collects what the fields say, and what is wrong with them. */
class Fields {
  readonly readAs: Record<string, string> = {};
  readonly problems: Record<string, string> = {};
  readonly radii: Record<string, Float64Array> = {};

  operand(place: string, text: string): Operand | undefined {
    if (text.trim() === "") return undefined;
    const read = /^\s*\d+(?:\s*[x×]\s*\d+)+\s*$/.test(text) ? sizesOf(text) : valuesOf(text);
    if (typeof read === "string") {
      this.problems[place] = read;
      return undefined;
    }
    const { operand, radius } = read;
    this.readAs[place] = describe(operand, radius);
    if (radius?.some((one) => one > 0)) this.radii[place] = radius;
    return operand;
  }

  tensor(place: string, text: string): Tensor | undefined {
    const operand = this.operand(place, text);
    if (!operand || operand.data) return operand;
    this.problems[place] = "These are sizes; here the numbers themselves are needed.";
    return undefined;
  }
}

interface Typed {
  readonly operand: Operand;
  readonly radius?: Float64Array;
}

function sizesOf(text: string): Typed | string {
  const sizes = readSizes(text);
  return sizes.kind === "value" ? { operand: { shape: sizes.value } } : sizes.message;
}

function valuesOf(text: string): Typed | string {
  const reading = readOperandText(text);
  if (reading.kind === "unreadable") return reading.message;
  const { tensor, radius } = reading.value;
  return { operand: tensor, radius };
}

function fromLayers(form: ChainForm): ReadChain {
  const fields = new Fields();
  const inputs: Record<string, Operand> = {};
  const x = fields.operand("x", form.x);
  if (x) inputs["x"] = x;
  const layers = form.layers.map((row, index) => layerFrom(row, index, fields, inputs));
  const [loss, dy] = [lossFrom(form, fields), dyFrom(form, fields)];
  const [seed, backward] = [seedFrom(form.seed), backwardFrom(form.backward)];
  if (typeof seed === "string") fields.problems["seed"] = seed;
  if (typeof backward === "string") fields.problems["backward"] = backward;
  const { readAs, problems } = fields;
  const read = { readAs, problems, unfollowed: [], radii: {}, question: null };
  if (Object.keys(problems).length > 0) return { ...read, waits: false };
  const waits = !x || layers.length === 0 || (form.loss !== "" && !loss);
  if (waits || typeof seed === "string" || typeof backward === "string")
    return { ...read, waits: true };
  const { conventions, dtype } = form;
  const question: ChainQuestion = {
    op: "network",
    layers,
    inputs: named(inputs, layers),
    ...(loss ? { loss } : {}),
    ...(dy ? { dy } : {}),
    ...seed,
    ...backward,
    conventions,
    dtype,
  };
  return { ...read, question, radii: named(fields.radii, layers), waits: false };
}

/** What is said of weights, by the names of their layers. */
function named<Said>(
  byPlace: Readonly<Record<string, Said>>,
  layers: readonly Layer[],
): Record<string, Said> {
  const ids = layerIds(layers);
  return Object.fromEntries(
    Object.entries(byPlace).map(([place, said]) => {
      const [index, name] = place.split(".");
      return [name === undefined ? place : `${ids[Number(index)]?.[0]}.${name}`, said];
    }),
  );
}

function layerFrom(
  { kind, options: texts, weights }: LayerRow,
  index: number,
  fields: Fields,
  inputs: Record<string, Operand>,
): Layer {
  const options = fieldsOf(kind).flatMap((name) => {
    const text = (texts[name] ?? "").trim();
    const read = text === "" ? {} : readParam(name, text);
    if (typeof read !== "string") return Object.entries(read);
    fields.problems[`${index}.${name}`] = read;
    return [];
  });
  for (const name of weightsOf(kind)) {
    const place = `${index}.${name}`;
    const operand = fields.operand(place, weights[name] ?? "");
    if (operand) inputs[place] = inRow(name, operand);
  }
  const layer: Layer = { name: kind, ...Object.fromEntries(options) };
  return { ...toldBy(layer, inputs[`${index}.w`]), ...layer };
}

/** One number for each channel may stand in one row or column. */
function inRow(name: WeightName, operand: Operand): Operand {
  return name === "w" || !operand.data ? operand : { ...operand, shape: [operand.data.length] };
}

/** Weights say how many outputs there are, and how large their window is. */
function toldBy({ name, groups = 1 }: Layer, w: Operand | undefined): Omit<Layer, "name"> {
  if (!w) return {};
  if (name === "Linear") return { out: w.shape.length < 2 ? 1 : (w.shape[0] ?? 1) };
  if (w.shape.length < 2) return {};
  const [height = 1, width = 1] = w.shape.slice(-2);
  const [first = 1, second = 1] = w.shape;
  const out = name === "ConvTranspose2d" ? second * groups : first;
  return { out: w.shape.length === 4 ? out : 1, kernel: [height, width] };
}

function lossFrom(
  { loss: name, target: text, reduction }: ChainForm,
  fields: Fields,
): ChainLoss | undefined {
  if (name === "") return undefined;
  const target = fields.tensor("target", text);
  if (!target) return undefined;
  const isClasses = name === "cross_entropy" && target.shape.length > 1;
  return {
    name,
    target: isClasses ? { shape: [target.data.length], data: target.data } : target,
    reduction,
  };
}

function dyFrom({ loss, dy }: ChainForm, fields: Fields): Tensor | undefined {
  return loss === "" ? fields.tensor("dy", dy) : undefined;
}

function seedFrom(text: string): { readonly seed?: number } | string {
  if (text.trim() === "") return {};
  const seed = wholeNumber(text);
  return seed === undefined ? "A seed is a whole number, such as 7." : { seed };
}

function backwardFrom(text: string): { readonly backward?: number } | string {
  if (text.trim() === "") return {};
  const times = wholeNumber(text);
  return times === undefined || times < 1 || times > 100
    ? "backward() can run from 1 to 100 times here."
    : { backward: times };
}

function wholeNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31 ? value : undefined;
}

/**
 * Beside which field a sentence of the kernel's stands: the one that it names, the layer that it is about, or the whole.
 *
 * @param ids the names of each layer, as `layerIds` gives them
 */
export function placeOfProblem(
  { message }: KernelError,
  { layers }: ChainForm,
  ids: readonly (readonly string[])[],
): string {
  const [, key, weight] = /(?:^|inputs\.|\s)(\w+)\.(w|b|gamma|beta)\b/.exec(message) ?? [];
  const owner = ids.findIndex((names) => key !== undefined && names.includes(key));
  if (owner >= 0 && weight) return `${owner}.${weight}`;
  const layer = Number(/^Layer (\d+) \(/.exec(message)?.[1] ?? 0) - 1;
  if (layer >= 0) {
    const kind = layers[layer]?.kind;
    const field = kind && fieldsOf(kind).find((name) => message.includes(`"${name}" is missing`));
    return field ? `${layer}.${field}` : String(layer);
  }
  if (/inputs\.x\b|^x /.test(message)) return "x";
  if (/target/i.test(message)) return "target";
  return message.startsWith("dy ") ? "dy" : "all";
}
