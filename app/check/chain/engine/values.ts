import { type ChainQuestion, type ChainValue, chainValues } from "@/lib/network/chain";
import { coordinatesOf, type Tensor } from "@/lib/tensor";
import { texToHtml } from "../../../prose/tex";
import { spokenSymbol } from "../../../scene/labels";
import { signed } from "../../../scene/signed";
import type { ChainForm } from "../form";
import type { Plane, ValueView } from "./types";

/** The most cells that a value shows without being opened. */
const MOST_SHOWN = 36;
/** The most cells side by side there. */
const WIDEST = 8;

/** What the values depend on: everything typed but which of them is open. */
export function keyOfProblem(form: ChainForm): string {
  return JSON.stringify({ ...form, open: "", at: "" });
}

let last: { readonly key: string; readonly values: readonly ChainValue[] } | undefined;

/** Every value of a chain, worked out once for as long as the chain is the same. */
export function valuesOf(question: ChainQuestion, key: string): readonly ChainValue[] {
  if (last?.key === key) return last.values;
  const values = chainValues(question);
  last = { key, values };
  return values;
}

const WEIGHT_SYMBOLS: Readonly<Record<string, string>> = {
  w: "K",
  b: "b",
  gamma: "\\gamma",
  beta: "\\beta",
  y: "Y",
};

/**
 * What a value is called; of a layer with a name of its own one must say what it is.
 *
 * @example symbolOf("grads.conv1.w") // { of: "conv1", symbol: "\\partial L/\\partial K" }
 */
export function symbolOf(
  key: string,
  kind = /^(?:grads\.)?linear\d/.test(key) ? "Linear" : "",
): { readonly of: string; readonly symbol: string } {
  if (key === "loss") return { of: "loss", symbol: "L" };
  if (key === "grads.x") return { of: "input", symbol: "\\partial L/\\partial X" };
  const isGradient = key.startsWith("grads.");
  const path = isGradient ? key.slice("grads.".length) : key;
  const dot = path.lastIndexOf(".");
  const [of, name] = [path.slice(0, dot), path.slice(dot + 1)];
  const own = WEIGHT_SYMBOLS[name] ?? name;
  const symbol = name === "w" && kind === "Linear" ? "W" : own;
  return { of, symbol: isGradient ? `\\partial L/\\partial ${symbol}` : symbol };
}

const kept = new Map<string, string>();

/** KaTeX takes a moment, and hundreds of values share a handful of symbols. */
function html(symbol: string): string {
  const known = kept.get(symbol) ?? texToHtml(symbol);
  kept.set(symbol, known);
  return known;
}

/** A value in short. */
export function viewOf({ key, direction, tensor, layer }: ChainValue): ValueView {
  const { of, symbol } = symbolOf(key, layer?.name);
  return {
    key,
    direction,
    of,
    role: direction === "forward" ? "output" : "gradient",
    symbol: html(symbol),
    spoken: spokenSymbol(symbol),
    sizes: tensor.shape.join("×"),
    planes: planesOf(tensor),
  };
}

function planesOf({ shape, data }: Tensor): readonly Plane[] | null {
  const [height = 1, width = 1] = shape.length < 2 ? [1, shape[0] ?? 1] : shape.slice(-2);
  if (data.length > MOST_SHOWN || width > WIDEST || data.length === 0) return null;
  const leads = shape.slice(0, -2);
  return Array.from({ length: data.length / (height * width) }, (_, plane) => ({
    title: leads.some((size) => size > 1) ? coordinatesOf(leads, plane).join(", ") : "",
    rows: Array.from({ length: height }, (__, row) =>
      Array.from(
        data.subarray((plane * height + row) * width, (plane * height + row + 1) * width),
        signed,
      ),
    ),
  }));
}
