import { type Conventions, CONVENTION_CHOICES } from "@/lib/question";
import { KernelError, type Tensor, coordinatesOf, offsetOf } from "@/lib/tensor";
import { type Asked, type Key, keyOf } from "./asked";
import { isCorrect, mark } from "./mark";
import type { Given } from "./quantity";

/** What each choice means, as the end of "right if …". */
const MEANINGS: {
  readonly [Choice in keyof Conventions]: Readonly<Record<Conventions[Choice], string>>;
} = {
  rounding: {
    floor: "output sizes are rounded down (rounding: floor)",
    ceil: "output sizes are rounded up (rounding: ceil)",
    exact: "the window must fit exactly (rounding: exact)",
  },
  padding: {
    pytorch: "“same” puts the odd cell of padding at the bottom and right (padding: pytorch)",
    tf: "“same” puts the odd cell of padding at the bottom and right (padding: tf)",
    onnx_lower: "“same” puts the odd cell of padding at the top and left (padding: onnx_lower)",
  },
  operation: {
    correlation: "the kernel is not flipped (operation: correlation)",
    convolution: "the kernel is flipped first (operation: convolution)",
  },
  layout: {
    nchw: "channels come first (layout: nchw)",
    nhwc: "channels come last (layout: nhwc)",
  },
  macs: {
    without_bias: "MACs leave out the bias (macs: without_bias)",
    with_bias: "MACs count the bias too (macs: with_bias)",
  },
  units: {
    si: "kB, MB and GB are powers of 1000 (units: si)",
    iec: "kB, MB and GB are powers of 1024 (units: iec)",
  },
};

/** Conventions by which what is asked is computed anew; layout and units are how it is written. */
const COMPUTED = ["rounding", "padding", "operation", "macs"] as const;

/** What each of them may change the answer to; a network may hold a layer of any kind. */
const BEARS_ON: {
  readonly [Choice in (typeof COMPUTED)[number]]: (question: Asked, ask: string) => boolean;
} = {
  rounding: ({ op }) => /^(?:network|conv2d|max_pool2d|avg_pool2d)$/.test(op),
  padding: (question) => question.op === "network" || question.params.padding === "same",
  operation: ({ op }) => op === "network" || op.startsWith("conv"),
  macs: (_, ask) => ask === "macs" || ask === "flops",
};

/** Above so many products nothing is computed anew to look for another convention. */
const MOST_MACS = 1e7;

interface Wrong {
  readonly question: Asked;
  readonly ask: string;
  readonly key: Key;
  readonly given: Given;
  readonly isLayoutFixed: boolean;
  /** The answer read under other units. */
  readonly inOtherUnits: () => Given | undefined;
}

/**
 * The one convention under which a wrong answer would be right, as "right if …"; undefined where there is none.
 *
 * @example conventionOf({ question, ask: "y", … }) // "right if the kernel is flipped first (operation: convolution)"
 */
export function conventionOf(wrong: Wrong): string | undefined {
  return (
    byComputation(wrong) ?? byLayout(wrong) ?? byUnits(wrong) ?? byFlops(wrong) ?? byCounting(wrong)
  );
}

function byComputation({ question, ask, key, given, isLayoutFixed }: Wrong): string | undefined {
  if (isHeavy(question, key)) return undefined;
  for (const choice of COMPUTED) {
    if (!BEARS_ON[choice](question, ask)) continue;
    for (const option of CONVENTION_CHOICES[choice]) {
      if (option === question.conventions[choice]) continue;
      const other = otherKey(
        { ...question, conventions: { ...question.conventions, [choice]: option } },
        ask,
      );
      if (other && isCorrect(mark(other, given, isLayoutFixed))) return meaning(choice, option);
    }
  }
  return undefined;
}

/** Where the other convention does not hold together there is no answer under it. */
function otherKey(question: Asked, ask: string): Key | undefined {
  try {
    return keyOf(question, ask);
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

function isHeavy(question: Asked, key: Key): boolean {
  if (key.kind !== "tensor") return false;
  const macs = otherKey(question, "macs");
  return key.tensor.data.length > MOST_MACS || (macs?.kind === "count" && macs.value > MOST_MACS);
}

/** The same values or sizes with the channels at the other end. */
function byLayout({ question, ask, key, given }: Wrong): string | undefined {
  const { layout } = question.conventions;
  const option = layout === "nchw" ? "nhwc" : "nchw";
  if (key.kind === "shape")
    return isCorrect(mark(moved(key, layout), given)) ? meaning("layout", option) : undefined;
  if (key.kind !== "tensor" || !isImage(ask, key.tensor)) return undefined;
  const tensor = layout === "nchw" ? channelsLast(key.tensor) : channelsFirst(key.tensor);
  return isCorrect(mark({ kind: "tensor", tensor }, given)) ? meaning("layout", option) : undefined;
}

function moved(key: Key & { readonly kind: "shape" }, layout: Conventions["layout"]): Key {
  if (key.form !== "image" || layout === "nchw") return key;
  const { sizes } = key;
  const first = sizes.length - 3;
  const channels = sizes.at(-1) ?? 1;
  return first < 0
    ? key
    : { ...key, sizes: [...sizes.slice(0, first), channels, ...sizes.slice(first, -1)] };
}

function isImage(ask: string, { shape }: Tensor): boolean {
  return ["y", "indices", "grads.x"].includes(ask) && shape.length >= 3;
}

function channelsLast(source: Tensor): Tensor {
  return permuted(source, (axes) => [
    ...axes.slice(0, -3),
    ...axes.slice(-2),
    ...axes.slice(-3, -2),
  ]);
}

function channelsFirst(source: Tensor): Tensor {
  return permuted(source, (axes) => [
    ...axes.slice(0, -3),
    ...axes.slice(-1),
    ...axes.slice(-3, -1),
  ]);
}

function permuted(
  { shape, data }: Tensor,
  move: (axes: readonly number[]) => readonly number[],
): Tensor {
  const target = move(shape);
  const values = new Float64Array(data.length);
  for (let offset = 0; offset < data.length; offset++) {
    values[offsetOf(target, move(coordinatesOf(shape, offset)))] = data[offset] ?? Number.NaN;
  }
  return { shape: target, data: values };
}

function byUnits({ question, key, inOtherUnits }: Wrong): string | undefined {
  const other = key.kind === "bytes" ? inOtherUnits() : undefined;
  if (!other || !isCorrect(mark(key, other))) return undefined;
  return meaning("units", question.conventions.units === "si" ? "iec" : "si");
}

/** One multiply–add is one MAC; most count it as two FLOPs, some as one. */
function byFlops({ ask, key, given }: Wrong): string | undefined {
  if (key.kind !== "count") return undefined;
  const factor = ask === "macs" ? 2 : ask === "flops" ? 0.5 : 1;
  if (factor === 1 || key.value === 0) return undefined;
  if (!isCorrect(mark({ ...key, value: key.value * factor }, given))) return undefined;
  return ask === "macs"
    ? "right if a multiply–add counts as two operations (FLOPs)"
    : "right if a multiply–add counts as one operation (MACs)";
}

/** MATLAB counts from 1; Keras counts the running statistics among the parameters. */
function byCounting({ question, ask, key, given }: Wrong): string | undefined {
  if (ask === "indices" && key.kind === "tensor") {
    const tensor = { ...key.tensor, data: key.tensor.data.map((index) => index + 1) };
    const isFromOne = isCorrect(mark({ kind: "tensor", tensor }, given));
    return isFromOne ? "right if the cells were counted from 1" : undefined;
  }
  if (question.op !== "batch_norm_train" || ask !== "params" || key.kind !== "count")
    return undefined;
  return isCorrect(mark({ ...key, value: 2 * key.value }, given))
    ? "right if the running mean and variance counted too, which are kept but not learned"
    : undefined;
}

function meaning<Choice extends keyof Conventions>(
  choice: Choice,
  option: Conventions[Choice],
): string {
  const meanings: Readonly<Record<Conventions[Choice], string>> = MEANINGS[choice];
  return `right if ${meanings[option]}`;
}
