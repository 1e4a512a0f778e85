import type { Question } from "@/lib/question";
import { pairOf, resolveWindow } from "@/lib/tensor";
import { convModel } from "./conv/model";
import { adaptiveSize, slidingOptions } from "./pooling/pool-options";
import { inputView, outputView } from "./question-views";
import {
  type Cell,
  type Sliding,
  type Tap,
  tapsOfBig,
  tapsOfSmall,
  tapsOfWeight,
} from "./sizes/sliding";
import type { TensorName } from "./step";
import { type View, fullCell, ownCell, sizeAlong } from "./view";

/**
 * One strand between an input, a weight and an output, each in the question's own coordinates. The
 * input of conv2d may lie on padding, the output of conv_transpose2d in what is cropped: `inside` is
 * then false.
 */
export interface Connection {
  readonly input: readonly number[];
  /** Absent for pooling, which has no weights. */
  readonly weight?: readonly number[];
  readonly output: readonly number[];
  readonly inside: boolean;
}

/** The strands that hold a cell of a tensor. */
export type Connections = (tensor: TensorName, at: readonly number[]) => Connection[];

/**
 * What each cell of a question depends on and reaches, for convolution, its transpose and pooling.
 * Of an output cell: the inputs that it reads, each with its weight; of an input cell: every output
 * that it reaches; of a weight: every pair that it joins. Gradients are held by the same strands as
 * their tensors. Other operations, and other tensors, have none.
 *
 * @throws KernelError as the computation itself does
 * @example connections(question)("y", [0, 1])[0] // { input: [0, 1], weight: [0, 0], output: [0, 1], inside: true }
 */
export function connections(question: Question): Connections {
  switch (question.op) {
    case "conv2d":
    case "conv_transpose2d":
      return convConnections(question);
    case "max_pool2d":
    case "avg_pool2d":
      return poolConnections(question);
    case "global_avg_pool2d":
    case "global_max_pool2d":
    case "adaptive_avg_pool2d":
    case "adaptive_max_pool2d":
      return adaptiveConnections(question);
    default:
      return () => [];
  }
}

function convConnections(question: Question): Connections {
  const { transposed, sliding, x, w, y } = convModel(question);
  const [inputSide, outputSide] = transposed
    ? (["small", "big"] as const)
    : (["big", "small"] as const);
  const strand = (tap: Tap): Connection => ({
    input: ownCell(x, tap[inputSide]),
    weight: ownCell(w, tap.weight),
    output: ownCell(y, tap[outputSide]),
    inside: tap.inside,
  });
  const tapsOn = { big: tapsOfBig, small: tapsOfSmall };
  return (tensor, at) => {
    if (isInput(tensor)) return tapsOn[inputSide](sliding, fullCell(x, at)).map(strand);
    if (isOutput(tensor)) return tapsOn[outputSide](sliding, fullCell(y, at)).map(strand);
    if (tensor === "w" || tensor === "dw")
      return tapsOfWeight(sliding, fullCell(w, at)).map(strand);
    return [];
  };
}

function poolConnections(question: Question): Connections {
  const x = inputView(question, "x");
  const window = resolveWindow(
    planeOf(x),
    pairOf(question.params.kernel ?? 1),
    slidingOptions(question),
  );
  return planeConnections(question, x, {
    batch: sizeAlong(x, 0),
    bigChannels: sizeAlong(x, 1),
    smallChannels: sizeAlong(x, 1),
    groups: sizeAlong(x, 1),
    ...window,
    rotated: false,
  });
}

function planeConnections(question: Question, x: View, sliding: Sliding): Connections {
  const y = outputView(
    question,
    x,
    outputSizes(x, [sliding.height.outSize, sliding.width.outSize]),
  );
  const strand = (tap: Tap): Connection => ({
    input: ownCell(x, tap.big),
    output: ownCell(y, tap.small),
    inside: tap.inside,
  });
  return (tensor, at) => {
    if (isInput(tensor)) return tapsOfBig(sliding, fullCell(x, at)).map(strand);
    if (isOutput(tensor)) return tapsOfSmall(sliding, fullCell(y, at)).map(strand);
    return [];
  };
}

/** Adaptive windows have sizes of their own: output i reads from ⌊i·in/out⌋ up to ⌈(i + 1)·in/out⌉. */
function adaptiveConnections(question: Question): Connections {
  const x = inputView(question, "x");
  const outSize = adaptiveSize(question) ?? [1, 1];
  const y = outputView(question, x, outputSizes(x, outSize));
  const [height, width] = planeOf(x);
  const rows = spans(height, outSize[0]);
  const columns = spans(width, outSize[1]);
  const strand = ([image, channel]: Cell, i: number, j: number, row: number, column: number) => ({
    input: ownCell(x, [image, channel, row, column]),
    output: ownCell(y, [image, channel, i, j]),
    inside: true,
  });
  return (tensor, at) => {
    if (isOutput(tensor)) {
      const cell = fullCell(y, at);
      return (rows[cell[2]] ?? []).flatMap((row) =>
        (columns[cell[3]] ?? []).map((column) => strand(cell, cell[2], cell[3], row, column)),
      );
    }
    if (!isInput(tensor)) return [];
    const cell = fullCell(x, at);
    return holding(rows, cell[2]).flatMap((i) =>
      holding(columns, cell[3]).map((j) => strand(cell, i, j, cell[2], cell[3])),
    );
  };
}

function spans(inSize: number, outSize: number): number[][] {
  return Array.from({ length: outSize }, (_, i) => {
    const start = Math.floor((i * inSize) / outSize);
    const end = Math.ceil(((i + 1) * inSize) / outSize);
    return Array.from({ length: end - start }, (__, step) => start + step);
  });
}

function holding(allSpans: readonly (readonly number[])[], place: number): number[] {
  return allSpans.flatMap((span, index) => (span.includes(place) ? [index] : []));
}

function outputSizes(x: View, [height, width]: readonly [number, number]): Cell {
  return [sizeAlong(x, 0), sizeAlong(x, 1), height, width];
}

function planeOf(x: View): readonly [height: number, width: number] {
  return [sizeAlong(x, 2), sizeAlong(x, 3)];
}

function isInput(tensor: TensorName): boolean {
  return tensor === "x" || tensor === "dx";
}

function isOutput(tensor: TensorName): boolean {
  return tensor === "y" || tensor === "dy" || tensor === "indices";
}
