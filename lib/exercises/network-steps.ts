import { type Step, derive, deriveReceptiveField } from "@/lib/derivation";
import { type NetworkPart, type NetworkQuestion, networkParts, solveNetwork } from "@/lib/network";
import { type Operand, type Question, forward, solve, valuesIn } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { type Expression, dot, equation, sum } from "@/lib/tex";
import type { AnyAsk } from "./asked";
import { type ChainNames, inChain, namesAt } from "./chain-names";

/**
 * The working of what is asked of a network: layer by layer, then together.
 *
 * @throws KernelError ERR_INPUT for what has no working yet
 */
export function networkSteps(question: NetworkQuestion, ask: AnyAsk): readonly Step[] {
  switch (ask) {
    case "receptive_field":
      return receptiveFieldSteps(question);
    case "params":
    case "macs":
    case "flops":
      return totalSteps(question, ask);
    case "shapes.y":
      return networkParts(question).flatMap(shapeSteps);
    default:
      return gradientSteps(question, ask);
  }
}

function receptiveFieldSteps(question: NetworkQuestion): readonly Step[] {
  const windows = networkParts(question).flatMap(({ name, window }) =>
    window ? [{ ...window, name }] : [],
  );
  const rows = deriveReceptiveField(windows.map(({ height, name }) => ({ ...height, name })));
  const columns = deriveReceptiveField(windows.map(({ width, name }) => ({ ...width, name })));
  return rows.result === columns.result ? rows.steps : [...rows.steps, ...columns.steps.slice(2)];
}

function totalSteps(question: NetworkQuestion, ask: "params" | "macs" | "flops"): readonly Step[] {
  const parts = networkParts(question);
  const sized = ask === "params" ? flattenedAt(parts) : parts.length - 1;
  const counts: number[] = [];
  const working = parts.flatMap((part, index) => {
    const sizes = index <= sized ? shapeSteps(part).filter(({ rule }) => !ASIDE.has(rule)) : [];
    const { steps, count } = countOf(part, ask);
    if (count !== 0) counts.push(count);
    return ask === "params" ? [...steps, ...sizes] : [...sizes, ...steps];
  });
  if (counts.length === 1) return working;
  const result = solveNetwork(question)[ask];
  return [...working, step("network-total", equation(sum(...counts), result), result)];
}

/** Not needed on the way to a count. */
const ASIDE: ReadonlySet<Step["rule"]> = new Set(["same-shape", "cells-dropped"]);

/** What is learned before a flattening does not hang on sizes, what is learned after it does; −1 where there is none. */
function flattenedAt(parts: readonly NetworkPart[]): number {
  return parts.findIndex(({ inShape, outShape }) => inShape.length !== outShape.length);
}

function countOf({ question }: NetworkPart, ask: "params" | "macs" | "flops") {
  const { steps, result } = question ? derive(question, ask) : { steps: [], result: 0 };
  const count = typeof result === "number" ? result : 0;
  return { steps: count === 0 ? [] : steps, count };
}

function shapeSteps({ question, inShape, outShape }: NetworkPart): readonly Step[] {
  if (question) return derive(question, "shapes.y").steps;
  if (outShape.length === inShape.length) return [];
  const [, ...sizes] = inShape;
  const features = valuesIn(sizes);
  return [step("network-flatten", equation(dot(...sizes), features), features)];
}

/** Forward up to the last layer, whose gradient needs its input; then back to the layer that holds what is asked for. */
function gradientSteps(question: NetworkQuestion, ask: AnyAsk): readonly Step[] {
  const key = ask.slice("grads.".length);
  const layers = withValues(question);
  const steps = layers
    .slice(0, -1)
    .flatMap((layer) => inChain(derive(layer.question, "y").steps, layer));
  let dy = question.dy;
  for (const layer of layers.toReversed()) {
    const asked = arrivingAt(layer, dy);
    const weight = layer.keys.find(([name]) => name === key)?.[1];
    if (weight) return [...steps, ...inChain(derive(asked, `grads.${weight}`).steps, layer)];
    steps.push(...inChain(derive(asked, "grads.x").steps, layer));
    dy = solve(asked).grads?.x;
  }
  if (key === "x") return steps;
  throw new KernelError("ERR_INPUT", `There is no working for "${ask}" of a network.`);
}

function arrivingAt({ question, outShape }: ValuedLayer, dy: Operand | undefined): Question {
  return dy ? { ...question, dy: { ...dy, shape: outShape } } : question;
}

interface ValuedLayer extends ChainNames {
  readonly question: Question;
  readonly outShape: readonly number[];
  /** The network's names of this layer's weights, with the layer's own. */
  readonly keys: readonly (readonly [string, "w" | "b"])[];
}

function withValues(network: NetworkQuestion): ValuedLayer[] {
  const { layers } = solveNetwork(network);
  let x = network.inputs.x;
  return networkParts(network).map((part, index) => {
    const keys = (["w", "b"] as const)
      .map((name) => [`${layers[index]?.id}.${name}`, name] as const)
      .filter(([key]) => network.inputs[key] !== undefined);
    if (!part.question || !x) {
      throw new KernelError(
        "ERR_INPUT",
        `The working of ${part.name} within a network is not written yet.`,
      );
    }
    const weights = Object.fromEntries(keys.map(([key, name]) => [name, network.inputs[key]]));
    const inputs = { x: part.question.op === "relu" ? asPlane(x) : x, ...weights };
    const question: Question = { ...part.question, inputs };
    const y: Tensor = forward(question).y;
    x = y;
    return { question, keys, outShape: y.shape, ...namesAt(index, layers.length) };
  });
}

/** One channel is called by rows and columns alone, as the layer before calls it. */
function asPlane(x: Operand): Operand {
  const [channels, ...plane] = x.shape;
  return channels === 1 && plane.length === 2 ? { ...x, shape: plane } : x;
}

function step(rule: Step["rule"], line: Expression, value: number): Step {
  return { rule, line, value, cells: [] };
}
