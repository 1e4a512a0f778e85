import { type NetworkQuestion, isChain, networkParts, solveNetwork } from "@/lib/network";
import { type Question, counts } from "@/lib/question";
import { type SizeFormula, sizeBy } from "./axis-size";
import { isChannelsLast } from "./image";
import { type Model, computed } from "./model";
import { slipsFor } from "./output-shape-slips";
import { type OutputShape, type Part, partOf, partOfNetwork } from "./size-parts";

/** The shape of y, in the form of the question. */
export function outputShape(question: Question | NetworkQuestion): Model<OutputShape> | undefined {
  const network = question.op === "network";
  if (network && !isChain(question.layers)) return undefined;
  const parts = network ? networkParts(question).map(partOfNetwork) : [partOf(question)];
  const shapes = network ? undefined : counts(question).shapes.y;
  const rank = (network ? solveNetwork(shapesOnly(question)).shapes.y : shapes)?.length;
  if (rank === undefined || rank === 0) return undefined;
  const last = !network && isChannelsLast(question, rank);
  return {
    right: { parts, formula: {}, channelsKept: false, axesSwapped: false },
    slips: slipsFor(parts),
    compute: (setup) => {
      const sizes = inForm(sizesThrough(setup), rank, last);
      return computed([1, 1, 1, sizes.length], sizes);
    },
  };
}

function shapesOnly(question: NetworkQuestion): NetworkQuestion {
  const { dy: _, ...rest } = question;
  return { ...rest, inputs: { x: { shape: question.inputs.x?.shape ?? [] } } };
}

/** The shape after all layers, each working on what the one before gives. */
function sizesThrough({
  parts,
  formula,
  channelsKept,
  axesSwapped,
}: OutputShape): readonly number[] {
  let shape: readonly number[] = parts[0]?.inShape ?? [];
  for (const part of parts) shape = sizesAfter(part, shape, formula, channelsKept);
  if (!axesSwapped || shape.length < 2) return shape;
  return [...shape.slice(0, -2), shape.at(-1) ?? 1, shape.at(-2) ?? 1];
}

function sizesAfter(
  part: Part,
  shape: readonly number[],
  formula: Partial<SizeFormula>,
  channelsKept: boolean,
): readonly number[] {
  const { axes, inShape, outShape } = part;
  if (axes) {
    const by = { ...part.formula, ...formula };
    const [height, width] = axes;
    const [batch = 1, channels = 1] = outShape;
    return [
      batch,
      channelsKept ? (inShape[1] ?? channels) : channels,
      sizeBy({ ...height, inSize: shape.at(-2) ?? height.inSize }, by),
      sizeBy({ ...width, inSize: shape.at(-1) ?? width.inSize }, by),
    ];
  }
  if (outShape.length === 2 && inShape.length === 4) {
    return [outShape[0] ?? 1, shape.slice(1).reduce((product, size) => product * size, 1)];
  }
  const keepsPlane =
    outShape.length === 4 && outShape[2] === inShape[2] && outShape[3] === inShape[3];
  if (keepsPlane) return [...outShape.slice(0, 2), ...shape.slice(2)];
  return channelsKept && outShape.length === 2 ? [outShape[0] ?? 1, inShape.at(-1) ?? 1] : outShape;
}

/** N×C×H×W in the rank and the layout of the question. */
function inForm(sizes: readonly number[], rank: number, channelsLast: boolean): readonly number[] {
  if (sizes.length !== 4) return sizes;
  const [batch = 1, channels = 1, height = 1, width = 1] = sizes;
  if (rank === 2) return channels === 1 ? [height, width] : [channels, height, width];
  const image = channelsLast ? [height, width, channels] : [channels, height, width];
  return rank === 4 ? [batch, ...image] : image;
}
