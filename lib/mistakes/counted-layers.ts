import { type NetworkQuestion, networkParts } from "@/lib/network";
import { type Question, counts, valuesIn } from "@/lib/question";
import { isChannelsLast, shape4 } from "./image";
import { weightShape4 } from "./kernel-view";

/** The factors that a layer's parameters and multiply–adds are made of. */
export interface CountedLayer {
  readonly batch: number;
  readonly filters: number;
  /** Input channels that each filter reads. */
  readonly channels: number;
  readonly groups: number;
  readonly kernelArea: number;
  readonly biases: number;
  /** Positions at which the kernel is applied: of the output, or of a transposed convolution's input. */
  readonly positions: number;
  readonly outArea: number;
  readonly inArea: number;
  /** Whether the layer multiplies: batch normalisation has parameters and no MACs. */
  readonly multiplies: boolean;
}

/** The layers of a question that have weights: one, or a network's. */
export function countedLayers(question: Question | NetworkQuestion): CountedLayer[] {
  if (question.op !== "network") return layerOf(question) ?? [];
  if (question.layers.some(({ shares }) => shares !== undefined)) return [];
  return networkParts(question).flatMap((part) => (part.question && layerOf(part.question)) ?? []);
}

function layerOf(question: Question): CountedLayer[] | undefined {
  const { x, w } = question.inputs;
  if (!x) return undefined;
  if (question.op === "batch_norm_train") return normLayer(question, x.shape);
  if (!w) return undefined;
  if (question.op === "linear") return linearLayer(question, x.shape, w.shape);
  return x.shape.length <= 4 ? windowLayer(question, x.shape, w.shape) : undefined;
}

function windowLayer(
  question: Question,
  xShape: readonly number[],
  wShape: readonly number[],
): CountedLayer[] {
  const transposed = question.op === "conv_transpose2d";
  const [batch, , inHeight, inWidth] = shape4(xShape, isChannelsLast(question, xShape.length));
  const yShape = counts(question).shapes.y ?? [];
  const [, , outHeight, outWidth] = shape4(yShape, isChannelsLast(question, yShape.length));
  const [first, second, height, width] = weightShape4(question, wShape);
  const groups = question.params.groups ?? 1;
  const [inArea, outArea] = [inHeight * inWidth, outHeight * outWidth];
  const filters = transposed ? second * groups : first;
  return [
    {
      batch,
      filters,
      channels: transposed ? first / groups : second,
      groups,
      kernelArea: height * width,
      biases: question.inputs.b ? filters : 0,
      positions: transposed ? inArea : outArea,
      outArea,
      inArea,
      multiplies: true,
    },
  ];
}

const POINT = { groups: 1, kernelArea: 1, positions: 1, outArea: 1, inArea: 1 } as const;

function linearLayer(
  { inputs }: Question,
  xShape: readonly number[],
  [filters = 1, channels = 1]: readonly number[],
): CountedLayer[] {
  const batch = xShape.slice(0, -1).reduce((product, length) => product * length, 1);
  return [{ ...POINT, batch, filters, channels, biases: inputs.b ? filters : 0, multiplies: true }];
}

function normLayer(question: Question, xShape: readonly number[]): CountedLayer[] {
  const { gamma, beta } = question.inputs;
  const [batch, , height, width] = shape4(xShape, isChannelsLast(question, xShape.length));
  const area = xShape.length > 2 ? height * width : 1;
  return [
    {
      ...POINT,
      batch,
      filters: valuesIn(gamma?.shape ?? [0]),
      channels: 1,
      biases: valuesIn(beta?.shape ?? [0]),
      positions: area,
      outArea: area,
      inArea: area,
      multiplies: false,
    },
  ];
}
