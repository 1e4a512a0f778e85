import type { Question } from "@/lib/question";
import { type WindowAxis, adaptiveSpan, pairOf } from "@/lib/tensor";
import type { Image } from "./image";
import { type Sliding, slidingOf, windowOver } from "./sliding";

/** The cells that one output cell looks at, along one axis; some may lie in the padding. */
export interface Region {
  readonly first: number;
  readonly count: number;
  readonly step: number;
  /** How many of them a divisor counts that counts the padding: the overhang of ceil_mode is never counted. */
  readonly padded: number;
}

/** How a pooling divides its input, and how it may be divided by mistake. */
export interface Pooling {
  readonly kernel: readonly [number, number];
  readonly sliding: Sliding;
  readonly same?: "same" | "same_lower" | undefined;
  /** For adaptive pooling, the size of its output; the window plays no part then. */
  readonly adaptive?: readonly [number, number] | undefined;
}

/** Where a question's pooling looks; undefined where its window does not fit. */
export function poolingOf(question: Question, { shape }: Image): Pooling | undefined {
  const plane = [shape[2], shape[3]] as const;
  const adaptive = adaptiveSize(question);
  const kernel = pairOf(question.params.kernel ?? 1);
  const found = slidingOf(question, plane, kernel, kernel);
  if (!found) return undefined;
  return { kernel, sliding: found.sliding, same: found.same, adaptive };
}

function adaptiveSize({ op, params }: Question): readonly [number, number] | undefined {
  if (op.startsWith("global")) return [1, 1];
  return op.startsWith("adaptive") ? pairOf(params.output_size ?? 1) : undefined;
}

/** The regions of all output cells, by row and by column. */
export interface Regions {
  readonly rows: (row: number) => Region;
  readonly columns: (column: number) => Region;
  readonly plane: readonly [number, number];
}

/** Where every output cell looks; undefined where the window does not fit. */
export function regionsOf(
  { kernel, sliding, adaptive }: Pooling,
  { shape }: Image,
): Regions | undefined {
  const plane = [shape[2], shape[3]] as const;
  if (adaptive) {
    return {
      rows: spans(plane[0], adaptive[0]),
      columns: spans(plane[1], adaptive[1]),
      plane: adaptive,
    };
  }
  const window = windowOver(plane, kernel, sliding);
  if (!window) return undefined;
  const { height, width } = window;
  return { rows: windows(height), columns: windows(width), plane: [height.outSize, width.outSize] };
}

function spans(inSize: number, outSize: number): (index: number) => Region {
  return (index) => {
    const { start, end } = adaptiveSpan(inSize, outSize, index);
    return { first: start, count: end - start, step: 1, padded: end - start };
  };
}

function windows(axis: WindowAxis): (index: number) => Region {
  return (index) => {
    const first = index * axis.stride - axis.padBefore;
    const padded = Math.min(first + axis.kernel, axis.inSize + axis.padAfter) - first;
    return { first, count: axis.kernel, step: axis.dilation, padded };
  };
}
