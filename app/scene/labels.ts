import type { TensorLabel } from "@/content";
import type { TensorName } from "@/lib/derivation";
import type { Op } from "@/lib/question";
import type { Role } from "@/lib/tex";

/** How tensors are called unless a page says otherwise. */
export const LABELS: Readonly<Record<TensorName, TensorLabel>> = {
  x: { words: "input", symbol: "X" },
  w: { words: "kernel", symbol: "K" },
  b: { words: "bias", symbol: "b" },
  y: { words: "output", symbol: "Y" },
  indices: { words: "indices", symbol: "I" },
  target: { words: "target", symbol: "t" },
  gamma: { words: "scale", symbol: "\\gamma" },
  beta: { words: "shift", symbol: "\\beta" },
  dy: { words: "gradient", symbol: "G" },
  dx: { words: "gradient", symbol: "\\partial L/\\partial X" },
  dw: { words: "gradient", symbol: "\\partial L/\\partial K" },
  db: { words: "gradient", symbol: "\\partial L/\\partial b" },
  dgamma: { words: "gradient", symbol: "\\partial L/\\partial\\gamma" },
  dbeta: { words: "gradient", symbol: "\\partial L/\\partial\\beta" },
};

/** What a layer that slides nothing calls its weights. */
const OF_LINEAR: Readonly<Partial<Record<TensorName, TensorLabel>>> = {
  w: { words: "weights", symbol: "W" },
  dw: { words: "gradient", symbol: "\\partial L/\\partial W" },
};

/** How a tensor of a layer is called. @example labelOf("w", "linear").words // "weights" */
export function labelOf(name: TensorName, op?: Op): TensorLabel {
  return (op === "linear" ? OF_LINEAR[name] : undefined) ?? LABELS[name];
}

export const ROLES: Readonly<Record<TensorName, Role>> = {
  x: "input",
  target: "input",
  w: "kernel",
  b: "kernel",
  gamma: "kernel",
  beta: "kernel",
  y: "output",
  indices: "output",
  dy: "gradient",
  dx: "gradient",
  dw: "gradient",
  db: "gradient",
  dgamma: "gradient",
  dbeta: "gradient",
};

/** Every tensor that a picture can hold. */
export const TENSOR_NAMES: readonly TensorName[] = [
  "x",
  "w",
  "b",
  "y",
  "indices",
  "target",
  "gamma",
  "beta",
  "dy",
  "dx",
  "dw",
  "db",
  "dgamma",
  "dbeta",
];

/** A symbol of TeX as it is spoken. @example spokenSymbol("\\partial L/\\partial X") // "∂L/∂X" */
export function spokenSymbol(symbol: string): string {
  return symbol
    .replaceAll("\\partial", "∂")
    .replace(/∂ (?=\w)/g, "∂")
    .replace(/\\([a-z]+)/g, "$1")
    .replace(/[{}]/g, "");
}
