import type { Step } from "@/lib/derivation";
import { type Expression, mapExpression, partial, symbol } from "@/lib/tex";

/** What the input and the output of one layer of a chain are called in it. */
export interface ChainNames {
  readonly input: string;
  readonly output: string;
}

/** X goes into a chain and Y comes out; between them Z, or Z and its dashes. */
export function namesAt(layer: number, layers: number): ChainNames {
  return { input: valueName(layer, layers), output: valueName(layer + 1, layers) };
}

function valueName(place: number, layers: number): string {
  if (place === 0) return "X";
  return place === layers ? "Y" : `Z${"'".repeat(place - 1)}`;
}

/**
 * The working of a layer as a part of a chain: its X and Y have the names that they have there, and G is left to what
 * arrives at the chain's end. Cells of the layer's own are none of the picture's.
 */
export function inChain(steps: readonly Step[], names: ChainNames): Step[] {
  const isLast = names.output === "Y";
  return steps.map((step) => ({
    ...step,
    line: mapExpression(step.line, (part) => renamed(part, names)),
    cells: [],
    ...(step.facts && !isLast ? { facts: { ...step.facts, naming: "" } } : {}),
  }));
}

function renamed(part: Expression, names: ChainNames): Expression | undefined {
  if (part.kind !== "symbol") return undefined;
  const { name, subscript, role } = part;
  if (name === "X") return symbol(names.input, subscript, role);
  if (name === "Y") return symbol(names.output, subscript, role);
  if (name !== "G" || names.output === "Y") return undefined;
  return partial(symbol(names.output, subscript));
}
