import { readConventions, writeConventions } from "../../practice/address";
import { DTYPES } from "../link";
import { readQuery, writeQuery } from "../query";
import { BLANK_CHAIN, type ChainPage, type LayerRow, type LossName } from "./form";
import { isKind, LAYER_FIELDS, WEIGHT_NAMES } from "./kinds";

const TEXTS = ["snippet", "x", "target", "dy", "seed", "backward", "open", "at"] as const;
const LOSSES: readonly LossName[] = ["", "mse_loss", "cross_entropy"];
const OWN = "my.";

/** Layers beyond these are not read from a link. */
const MOST_LAYERS = 600;

/** Whether a link is one of a chain. */
export function isChainLink(link: string): boolean {
  return /(?:^|&)chain=/.test(link);
}

/** A chain as a link carries it. @example "chain=layers&layers=ReLU&x=1+-2" */
export function writeChainLink({ form, own }: ChainPage): string {
  const query = new Map<string, string>([["chain", form.source]]);
  const put = (name: string, text: string | undefined, usual = "") => {
    if (text !== undefined && text !== usual) query.set(name, text);
  };
  query.set("layers", form.layers.map(({ kind }) => kind).join(","));
  for (const [index, row] of form.layers.entries()) {
    for (const name of LAYER_FIELDS) put(`${index}.${name}`, row.options[name]);
    for (const name of WEIGHT_NAMES) put(`${index}.${name}`, row.weights[name]);
  }
  for (const name of TEXTS) put(name, form[name]);
  put("loss", form.loss);
  put("reduction", form.reduction, BLANK_CHAIN.reduction);
  put("conventions", writeConventions(form.conventions));
  put("dtype", form.dtype, BLANK_CHAIN.dtype);
  for (const [key, text] of Object.entries(own)) put(`${OWN}${key}`, text);
  return writeQuery(query);
}

/** The reverse; what it does not know is passed over. */
export function readChainLink(link: string): ChainPage {
  const query = readQuery(link);
  return { form: formIn(query), own: ownIn(query) };
}

function formIn(query: Query): ChainPage["form"] {
  return {
    ...BLANK_CHAIN,
    ...textsIn(query),
    source: query.get("chain") === "snippet" ? "snippet" : "layers",
    layers: rowsIn(query),
    loss: LOSSES.find((name) => name === query.get("loss")) ?? "",
    reduction: query.get("reduction") === "sum" ? "sum" : "mean",
    conventions: readConventions(query.get("conventions") ?? null),
    dtype: DTYPES.find((name) => name === query.get("dtype")) ?? BLANK_CHAIN.dtype,
  };
}

type Query = ReadonlyMap<string, string>;

function textsIn(query: Query): Partial<Record<(typeof TEXTS)[number], string>> {
  return Object.fromEntries(TEXTS.map((name) => [name, query.get(name) ?? ""]));
}

function ownIn(query: Query): Record<string, string> {
  const own = [...query].filter(([name]) => name.startsWith(OWN));
  return Object.fromEntries(own.map(([name, text]) => [name.slice(OWN.length), text]));
}

function rowsIn(query: Query): readonly LayerRow[] {
  const names = query.get("layers");
  if (names === undefined) return BLANK_CHAIN.layers;
  return names
    .split(",", MOST_LAYERS)
    .filter(isKind)
    .map((kind, index) => ({
      kind,
      options: picked(query, LAYER_FIELDS, index),
      weights: picked(query, WEIGHT_NAMES, index),
    }));
}

function picked<Name extends string>(
  query: Query,
  names: readonly Name[],
  index: number,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = query.get(`${index}.${name}`);
    if (text !== undefined) found[name] = text;
  }
  return found;
}
