import { type Step, derive, deriveReceptiveField } from "@/lib/derivation";
import type { Question } from "@/lib/question";
import { equation, number, sum, words } from "@/lib/tex";
import type { Examined } from "./examine";
import { shapeSteps } from "./shape-steps";
import type { Chain } from "./sight";
import type { Stage } from "./stages";

/** One figure of one row of the table that has a working. */
export type RowFigure = "shape" | "params" | "macs" | "activation" | "receptive_field";

/**
 * The working of one figure of a row; empty where there is nothing to work out, as for the parameters of a ReLU. The
 * jump comes from the working of the receptive field.
 *
 * @example deriveFigure(report.examined[0], "params").at(-1)?.value // 156
 */
export function deriveFigure({ stage, leaves }: Examined, figure: RowFigure): readonly Step[] {
  if (figure === "receptive_field") return leaves?.chain ? receptiveFieldSteps(leaves.chain) : [];
  if (!stage) return [];
  if (figure === "shape") return shapeSteps(stage);
  if (figure === "activation") return activationSteps(stage);
  return stage.row[figure] === 0 ? [] : countSteps(stage, figure);
}

/** The output as a tensor of its own. */
function activationSteps({ question, leaves: { shape }, settings }: Stage): readonly Step[] {
  const output: Question = { op: "relu", params: {}, inputs: { x: { shape } }, ...settings };
  return derive(question ?? output, "memory.y").steps;
}

function countSteps(stage: Stage, figure: "params" | "macs"): readonly Step[] {
  const { question, parts, learned, row } = stage;
  if (parts) return partSteps(parts, row[figure], figure);
  const counts = Object.entries(learned);
  if (figure === "params" && counts.length > 0) return [eachStep(counts, row.params)];
  return derive(question ?? distances(stage), figure).steps;
}

/** Each distance to a centre takes as many products as a row of a fully connected layer. */
function distances({ inShape, leaves, settings }: Stage): Question {
  const sizes = [leaves.shape.at(-1) ?? 0, inShape.at(-1) ?? 0];
  const inputs = { x: { shape: inShape }, w: { shape: sizes } };
  return { op: "linear", params: {}, inputs, ...settings };
}

/** What is learned besides an operation, summed by name. */
function eachStep(counts: readonly (readonly [string, number])[], total: number): Step {
  const sizes = counts.map(([, count]) => count);
  return {
    rule: "parameters-each",
    line: equation(
      words("parameters"),
      ...(sizes.length > 1 ? [sum(...sizes)] : []),
      number(total),
    ),
    value: total,
    cells: [],
    facts: {
      what: counts.map(([name, count]) => `${count} for ${NAMES[name] ?? name}`).join(", "),
    },
  };
}

const NAMES: Readonly<Record<string, string>> = {
  gamma: "γ",
  beta: "β",
  coefficient: "the coefficients",
  bias: "the biases",
  slope: "the slopes",
};

/** The maps that read equally many channels, each kind by itself, and then all of them. */
function partSteps(
  parts: readonly Question[],
  total: number,
  figure: "params" | "macs",
): readonly Step[] {
  const all = parts.reduce((maps, part) => maps + mapsOf(part), 0);
  const worked = parts.map((part) => {
    const steps = derive(part, figure).steps;
    return { part, steps, count: Number(steps.at(-1)?.value) };
  });
  return [
    ...worked.flatMap(({ part, steps }) => [mapsStep(part, all), ...steps.slice(1)]),
    {
      rule: "connected-total",
      line: equation(sum(...worked.map(({ count }) => count)), number(total)),
      value: total,
      cells: [],
    },
  ];
}

function mapsStep(part: Question, all: number): Step {
  const [maps, read] = [mapsOf(part), part.inputs.w?.shape[1] ?? 0];
  return {
    rule: "connected-maps",
    line: equation(words(`maps that read ${read}`), number(maps)),
    value: maps,
    cells: [],
    facts: { maps, all, read },
  };
}

function mapsOf({ inputs }: Question): number {
  return inputs.w?.shape[0] ?? 0;
}

/** The working of a receptive field, along the width too where it differs. */
export function receptiveFieldSteps(chain: Chain): readonly Step[] {
  if (chain.height.length === 0) return [];
  const [height, width] = [deriveReceptiveField(chain.height), deriveReceptiveField(chain.width)];
  const isSquare = chain.height.every(({ kernel, stride, dilation }, index) => {
    const other = chain.width[index];
    return kernel === other?.kernel && stride === other.stride && dilation === other.dilation;
  });
  return [...height.steps, ...(isSquare ? [] : width.steps)];
}
