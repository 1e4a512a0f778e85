import { type NetworkQuestion, type NetworkPart, networkParts, solveNetwork } from "@/lib/network";
import { type Question, counts } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import { type AxisSize, type SizeFormula, sizeBy } from "./axis-size";
import { isChannelsLast, shape4 } from "./image";
import { weightShape4 } from "./kernel-view";
import { type Model, type Slip, computed } from "./model";
import { slidingOf, sidesOf } from "./sliding";

/** An output shape, worked out axis by axis. */
interface OutputShape {
  readonly parts: readonly Part[];
  readonly formula: Partial<SizeFormula>;
  readonly channelsKept: boolean;
  readonly axesSwapped: boolean;
}

/** One layer's sizes: N×C×H×W, or a shape of another kind. */
interface Part {
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  /** The plane's sizes, where a window makes them. */
  readonly axes?: readonly [AxisSize, AxisSize] | undefined;
  readonly formula: SizeFormula;
  readonly same: boolean;
}

const RIGHT: SizeFormula = {
  transposed: false,
  rounding: "floor",
  plusOne: true,
  padding: "both",
  stride: "used",
  dilation: "used",
};

/** The shape of y, in the form of the question. */
export function outputShape(question: Question | NetworkQuestion): Model<OutputShape> | undefined {
  const network = question.op === "network";
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

/** The shape of a gradient, which is that of what it belongs to. */
export function gradientShape(
  shape: readonly number[],
  yShape: readonly number[],
): Model<readonly number[]> {
  return {
    right: shape,
    slips: [
      {
        id: "AXES_SWAPPED",
        readings: [
          (sizes) =>
            sizes.length < 2
              ? undefined
              : [...sizes.slice(0, -2), sizes.at(-1) ?? 1, sizes.at(-2) ?? 1],
        ],
      },
      {
        id: "CHANNELS_KEPT",
        readings: [
          (sizes) =>
            sizes.length < 3 || yShape.length !== sizes.length
              ? undefined
              : sizes.with(-3, yShape.at(-3) ?? 1),
        ],
      },
    ],
    compute: (sizes) => computed([1, 1, 1, sizes.length], sizes),
  };
}

function shapesOnly(question: NetworkQuestion): NetworkQuestion {
  const { dy: _, ...rest } = question;
  return { ...rest, inputs: { x: { shape: question.inputs.x?.shape ?? [] } } };
}

function partOfNetwork({ question, inShape, outShape }: NetworkPart): Part {
  return question ? partOf(question) : { inShape, outShape, formula: RIGHT, same: false };
}

function partOf(question: Question): Part {
  const given = question.inputs.x?.shape ?? [];
  const y = counts(question).shapes.y ?? [];
  const images =
    given.length >= 2 &&
    !["linear", "softmax", "gram", "mse_loss", "cross_entropy"].includes(question.op);
  const lifted = (shape: readonly number[]) =>
    images ? shape4(shape, isChannelsLast(question, shape.length)) : shape;
  const same = question.params.padding === "same" && !question.params.pad;
  const transposed = question.op === "conv_transpose2d" || question.op === "max_unpool2d";
  return {
    inShape: lifted(given),
    outShape: lifted(y),
    axes: images ? axesOf(question, shape4(lifted(given))) : undefined,
    formula: { ...RIGHT, transposed, rounding: roundingOf(question) },
    same,
  };
}

function roundingOf({ params, conventions }: Question): "floor" | "ceil" {
  return (params.ceil_mode ?? conventions.rounding === "ceil") ? "ceil" : "floor";
}

function axesOf(
  question: Question,
  [, , height, width]: readonly number[],
): readonly [AxisSize, AxisSize] | undefined {
  const { params, op, inputs } = question;
  const w = op.startsWith("conv") && inputs.w ? weightShape4(question, inputs.w.shape) : undefined;
  const kernel = w
    ? ([w[2], w[3]] as const)
    : params.kernel === undefined
      ? undefined
      : pairOf(params.kernel);
  if (!kernel || height === undefined || width === undefined) return undefined;
  if (op === "max_unpool2d" && params.output_size !== undefined) return undefined;
  const stride = pairOf(params.stride ?? (w ? 1 : kernel));
  const dilation = pairOf(params.dilation ?? 1);
  const extra = pairOf(params.output_padding ?? 0);
  const sliding =
    params.padding === "same" ? slidingOf(question, [height, width], kernel, stride) : undefined;
  const pad =
    sliding && typeof sliding.sliding.pad !== "string" ? sliding.sliding.pad : sidesOf(question);
  const along = (axis: 0 | 1, inSize: number): AxisSize => ({
    inSize,
    kernel: kernel[axis],
    stride: stride[axis],
    dilation: dilation[axis],
    padBefore: pad[axis],
    padAfter: pad[axis === 0 ? 2 : 3],
    extra: extra[axis],
  });
  return [along(0, height), along(1, width)];
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
  return channelsKept && outShape.length === 2 ? outShape.with(-1, inShape.at(-1) ?? 1) : outShape;
}

/** N×C×H×W in the rank and the layout of the question. */
function inForm(sizes: readonly number[], rank: number, channelsLast: boolean): readonly number[] {
  if (sizes.length !== 4) return sizes;
  const [batch = 1, channels = 1, height = 1, width = 1] = sizes;
  if (rank === 2) return channels === 1 ? [height, width] : [channels, height, width];
  const image = channelsLast ? [height, width, channels] : [channels, height, width];
  return rank === 4 ? [batch, ...image] : image;
}

function slipsFor(parts: readonly Part[]): Slip<OutputShape>[] {
  const changed = (formula: Partial<SizeFormula>) => (setup: OutputShape) => ({
    ...setup,
    formula: { ...setup.formula, ...formula },
  });
  const some = (holds: (part: Part) => boolean, readings: Slip<OutputShape>["readings"]) =>
    parts.some((part) => part.axes !== undefined && holds(part)) ? readings : [];
  const rounds = ({ formula }: Part) => !formula.transposed;
  return [
    { id: "NO_FLOOR", readings: some(rounds, [changed({ rounding: "none" })]) },
    {
      id: "CEIL_FOR_FLOOR",
      readings: some(
        (part) => rounds(part) && part.formula.rounding === "floor",
        [changed({ rounding: "plain ceil" }), changed({ rounding: "ceil" })],
      ),
    },
    {
      id: "FLOOR_FOR_CEIL",
      readings: some(
        (part) => rounds(part) && part.formula.rounding === "ceil",
        [changed({ rounding: "floor" })],
      ),
    },
    { id: "PLUS_ONE_FORGOTTEN", readings: some(() => true, [changed({ plusOne: false })]) },
    {
      id: "PADDING_ONCE",
      readings: some(hasPadding, [changed({ padding: "before" }), changed({ padding: "after" })]),
    },
    { id: "PADDING_IGNORED", readings: some(hasPadding, [changed({ padding: "none" })]) },
    {
      id: "STRIDE_IGNORED",
      readings: some(
        () => true,
        [
          changed({ stride: "ignored" }),
          ...(parts.some(({ same }) => same)
            ? [changed({ stride: "ignored", padding: "same" })]
            : []),
        ],
      ),
    },
    { id: "DILATION_IGNORED", readings: some(hasDilation, [changed({ dilation: "ignored" })]) },
    {
      id: "DILATION_TIMES_KERNEL",
      readings: some(hasDilation, [changed({ dilation: "times kernel" })]),
    },
    { id: "CHANNELS_KEPT", readings: [(setup) => ({ ...setup, channelsKept: true })] },
    { id: "AXES_SWAPPED", readings: [(setup) => ({ ...setup, axesSwapped: true })] },
    {
      id: "FORWARD_FORMULA",
      readings: some((part) => !rounds(part), [changed({ transposed: false, rounding: "floor" })]),
    },
  ];
}

function hasPadding({ axes }: Part): boolean {
  return axes?.some(({ padBefore, padAfter }) => padBefore + padAfter > 0) ?? false;
}

function hasDilation({ axes }: Part): boolean {
  return axes?.some(({ dilation }) => dilation > 1) ?? false;
}
