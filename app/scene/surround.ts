import { type Operand, type Question, solve, windowOptions } from "@/lib/question";
import { type Pair, pairOf, resolveWindow, type WindowAxis } from "@/lib/tensor";

/**
 * What lies around and at the end of a tensor's planes: padding, rows that no window reaches, or what
 * a transposed convolution stamps and then cuts off.
 */
export interface Surround {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** The first row and column that no window reaches. */
  readonly deadRow: number;
  readonly deadColumn: number;
  /** What the padding holds, as a cell says it: nothing wins a maximum against what is not there. */
  readonly filling: "0" | "−∞";
  /** The whole tensor before its edges were cut off; absent where what lies around is padding. */
  readonly uncropped?: Operand;
}

const NONE: Surround = {
  top: 0,
  left: 0,
  bottom: 0,
  right: 0,
  deadRow: Number.POSITIVE_INFINITY,
  deadColumn: Number.POSITIVE_INFINITY,
  filling: "0",
};

const SLIDES: readonly string[] = ["conv2d", "max_pool2d", "avg_pool2d"];

/** The surround of the question's input. */
export function surroundOf(question: Question): Surround {
  const x = question.inputs.x?.shape;
  const kernel = kernelOf(question);
  if (!SLIDES.includes(question.op) || !x || !kernel) return NONE;
  const options = windowOptions(question);
  const { height, width } = resolveWindow(lastTwo(x), pairOf(kernel), {
    ...options,
    stride: options.stride ?? (question.op === "conv2d" ? 1 : kernel),
  });
  return {
    top: height.padBefore,
    left: width.padBefore,
    bottom: height.padAfter,
    right: width.padAfter,
    deadRow: firstDead(height),
    deadColumn: firstDead(width),
    filling: question.op === "max_pool2d" ? "−∞" : "0",
  };
}

/** What the padding of a transposed convolution cuts off its output. */
export function croppedFrom(question: Question): Surround {
  const { padding, pad, ...kept } = question.params;
  if (question.op !== "conv_transpose2d" || typeof padding === "string") return NONE;
  const [height, width] = pairOf(padding ?? 0);
  const [top, left, bottom, right] = pad ?? [height, width, height, width];
  if (top + left + bottom + right === 0) return NONE;
  const { dy: _, ...forward } = question;
  const { y } = solve({ ...forward, params: kept });
  return y ? { ...NONE, top, left, bottom, right, uncropped: y } : NONE;
}

function kernelOf({ op, params, inputs }: Question): Pair | undefined {
  return op === "conv2d" && inputs.w ? lastTwo(inputs.w.shape) : params.kernel;
}

function lastTwo(shape: readonly number[]): readonly [number, number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

function firstDead({ outSize, stride, dilation, kernel, padBefore }: WindowAxis): number {
  return (outSize - 1) * stride + dilation * (kernel - 1) + 1 - padBefore;
}

export { NONE as NO_SURROUND };
