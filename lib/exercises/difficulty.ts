import type { Layer, NetworkQuestion } from "@/lib/network";
import {
  type Operand,
  type Params,
  type Question,
  counts,
  isTensorAsk,
  valuesIn,
} from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import type { AnyAsk, Asked } from "./asked";
import { sideOf } from "./own/compare";
import { copiesIn, trainedNetwork } from "./own/training";

/**
 * How hard a problem is: the numbers to be worked out, the size of those that are given, and what complicates it.
 *
 *     products or comparisons + Σ log₂(1 + |given number|) + 6·(stride, padding, dilation, groups, channels, …)
 *
 * Levels of a type are held to rise in it, as medians over seeds.
 *
 * @example difficulty({ question, ask: "y" })
 */
export function difficulty({ question, ask }: Asked): number {
  switch (question.op) {
    case "find":
      return (
        sizeOf(Object.values(question.given)) +
        6 * Object.values(question.given).filter(isSet).length +
        12 * question.unknown.length
      );
    case "pad":
      return (
        sizeOf([...question.inputs.x.shape, ...question.params.pad]) +
        6 * new Set(question.params.pad).size
      );
    case "shuffle":
      return (
        sizeOf([...question.inputs.x.shape, question.factor]) +
        6 * Number(question.inputs.x.shape.length > 3)
      );
    case "compare":
      return ofNetwork(sideOf(question, "left")) + ofNetwork(sideOf(question, "right"));
    case "training":
      return ofNetwork(trainedNetwork(question)) + 6 * copiesIn(question);
    case "unshared":
      return difficulty({ question: question.question, ask: "macs" });
    case "spot":
      return difficulty({ question: question.question, ask: "y" }) + question.choices.length;
    case "network":
      return ofNetwork(question);
    default:
      return ofLayer(question, ask);
  }
}

function ofLayer(question: Question, ask: AnyAsk): number {
  const operands = operandsOf(question);
  if (!isTensorAsk(ask)) {
    return sizeOf(operands.flatMap(({ shape }) => shape)) + 6 * complications(question, ask);
  }
  const given = operands.reduce((sum, { data }) => sum + sizeOf(data ?? []), 0);
  return operations(question) + given + 6 * complications(question, ask);
}

function ofNetwork({ layers, inputs }: NetworkQuestion): number {
  const given = Object.values(inputs).reduce(
    (sum, { shape, data }) => sum + sizeOf(data ?? shape),
    0,
  );
  return given + layers.reduce((sum, layer) => sum + ofNetworkLayer(layer), 0);
}

function ofNetworkLayer(layer: Layer): number {
  const { kernel = 1, out = 1, stride = 1, dilation = 1, padding = 0, groups = 1 } = layer;
  const settings = [stride, dilation, groups].map((one) => pairOf(one)[0] > 1);
  const padded = padding !== 0;
  return 8 + sizeOf([pairOf(kernel)[0], out]) + 4 * [...settings, padded].filter(Boolean).length;
}

/** Products of a layer with weights, those with a 0 left out; comparisons of a pooling; values of all else. */
function operations(question: Question): number {
  const { macs, shapes } = counts(question);
  const { x, w } = question.inputs;
  if (macs > 0) return macs * filled(x) * filled(w);
  const area = pairOf(question.params.kernel ?? 1).reduce((product, size) => product * size, 1);
  return Math.max(valuesIn(shapes.y ?? []) * area, valuesIn(x?.shape ?? []));
}

function filled(operand: Operand | undefined): number {
  const data = operand?.data;
  if (!data || data.length === 0) return 1;
  return data.reduce((count, value) => count + (value === 0 ? 0 : 1), 0) / data.length;
}

function complications(question: Question, ask: AnyAsk): number {
  const { params, inputs, dtype } = question;
  const shape = inputs.x?.shape ?? [];
  const [height, width] = [shape.at(-2), shape.at(-1)];
  return [
    ...COMPLICATIONS.map((holds) => holds(params)),
    shape.length > 2,
    shape.length > 3 && (shape[0] ?? 1) > 1,
    height !== width,
    inputs.b !== undefined,
    !isTensorAsk(ask) && dtype !== "float32",
  ].filter(Boolean).length;
}

const COMPLICATIONS: readonly ((params: Params) => boolean)[] = [
  ({ stride = 1, kernel }) => kernel === undefined && isAbove(stride, 1),
  ({ stride, kernel }) =>
    kernel !== undefined && stride !== undefined && String(stride) !== String(kernel),
  ({ stride = 1 }) => typeof stride === "object" && stride[0] !== stride[1],
  ({ padding = 0 }) => padding === "same" || (padding !== "valid" && isAbove(padding, 0)),
  ({ pad }) => pad !== undefined,
  ({ dilation = 1 }) => isAbove(dilation, 1),
  ({ groups = 1 }) => groups > 1,
  ({ output_padding = 0 }) => isAbove(output_padding, 0),
  ({ ceil_mode = false }) => ceil_mode,
  ({ count_include_pad = true }) => !count_include_pad,
];

function isAbove(pair: number | readonly [number, number], least: number): boolean {
  return pairOf(pair).some((size) => size > least);
}

function operandsOf({ inputs, dy }: Question): Operand[] {
  const given = Object.values(inputs).filter(
    (operand): operand is Operand => operand !== undefined,
  );
  return dy ? [...given, dy] : given;
}

function sizeOf(numbers: Iterable<number | undefined>): number {
  let size = 0;
  for (const value of numbers) size += Math.log2(1 + Math.abs(value ?? 0));
  return size;
}

function isSet(value: number | undefined): boolean {
  return value !== undefined && value > 1;
}
