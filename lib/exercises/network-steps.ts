import { type Step, derive, deriveReceptiveField } from "@/lib/derivation";
import { type NetworkPart, type NetworkQuestion, networkParts, solveNetwork } from "@/lib/network";
import { type Question, forward, solve, valuesIn } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { type Expression, dot, equation, sum } from "@/lib/tex";
import type { AnyAsk } from "./asked";

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
  const learning = networkParts(question).flatMap((part) =>
    part.question ? [derive(part.question, ask)] : [],
  );
  const counts = learning.flatMap(({ result }) =>
    typeof result === "number" && result !== 0 ? [result] : [],
  );
  const result = solveNetwork(question)[ask];
  const working = learning.flatMap(({ steps, result: count }) => (count === 0 ? [] : steps));
  if (counts.length === 1) return working;
  return [...working, step("network-total", equation(sum(...counts), result), result)];
}

function shapeSteps({ question, inShape, outShape }: NetworkPart): readonly Step[] {
  if (question) return derive(question, "shapes.y").steps;
  if (outShape.length === inShape.length) return [];
  const [, ...sizes] = inShape;
  const features = valuesIn(sizes);
  return [step("network-flatten", equation(dot(...sizes), features), features)];
}

/** Back from the last layer to the one that holds what is asked for. */
function gradientSteps(question: NetworkQuestion, ask: AnyAsk): readonly Step[] {
  const key = ask.slice("grads.".length);
  const layers = withValues(question);
  const steps: Step[] = [];
  let dy = question.dy;
  for (const layer of layers.toReversed()) {
    const asked: Question = dy ? { ...layer.question, dy } : layer.question;
    const weight = layer.keys.find(([name]) => name === key)?.[1];
    if (weight) return [...steps, ...derive(asked, `grads.${weight}`).steps];
    steps.push(...derive(asked, "grads.x").steps);
    dy = solve(asked).grads?.x;
  }
  if (key === "x") return steps;
  throw new KernelError("ERR_INPUT", `There is no working for "${ask}" of a network.`);
}

interface ValuedLayer {
  readonly question: Question;
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
    const question: Question = { ...part.question, inputs: { x, ...weights } };
    const y: Tensor = forward(question).y;
    x = y;
    return { question, keys };
  });
}

function step(rule: Step["rule"], line: Expression, value: number): Step {
  return { rule, line, value, cells: [] };
}
