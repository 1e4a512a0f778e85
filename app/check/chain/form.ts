import type { Conventions, Dtype } from "@/lib/question";
import { PYTORCH } from "../../practice/conventions";
import type { KindName, LayerField, WeightName } from "./kinds";

/** A layer as it was typed. */
export interface LayerRow {
  readonly kind: KindName;
  readonly options: Readonly<Partial<Record<LayerField, string>>>;
  readonly weights: Readonly<Partial<Record<WeightName, string>>>;
}

export type LossName = "" | "mse_loss" | "cross_entropy";

/** A chain of layers as it was typed or pasted: a link, a reload and a file bring it back. */
export interface ChainForm {
  readonly source: "layers" | "snippet";
  readonly snippet: string;
  readonly layers: readonly LayerRow[];
  readonly x: string;
  readonly loss: LossName;
  readonly target: string;
  readonly reduction: "mean" | "sum";
  /** Without a loss: ∂L/∂Y of the last output. */
  readonly dy: string;
  readonly seed: string;
  /** How often backward() runs without zeroing. */
  readonly backward: string;
  readonly conventions: Conventions;
  readonly dtype: Dtype;
  /** The key of the value whose working is open, and the cell of it that is asked for. */
  readonly open: string;
  readonly at: string;
}

/** The reader's own values, by key. */
export type OwnValues = Readonly<Record<string, string>>;

/** A chain and what the reader has for it. */
export interface ChainPage {
  readonly form: ChainForm;
  readonly own: OwnValues;
}

/** A chain with nothing typed. */
export const BLANK_CHAIN: ChainForm = {
  source: "layers",
  snippet: "",
  layers: [
    { kind: "Conv2d", options: {}, weights: {} },
    { kind: "ReLU", options: {}, weights: {} },
  ],
  x: "",
  loss: "",
  target: "",
  reduction: "mean",
  dy: "",
  seed: "",
  backward: "",
  conventions: PYTORCH,
  dtype: "float32",
  open: "",
  at: "",
};

/** A new layer of this kind. */
export function newRow(kind: KindName): LayerRow {
  return { kind, options: {}, weights: {} };
}

/** The layers with one of them at another place. */
export function moved(rows: readonly LayerRow[], from: number, to: number): readonly LayerRow[] {
  return rows.toSpliced(from, 1).toSpliced(to, 0, ...rows.slice(from, from + 1));
}

/** Whether nothing was typed that could be worked out. */
export function isBlankChain({ source, snippet, x }: ChainForm): boolean {
  return (source === "snippet" ? snippet : x).trim() === "";
}
