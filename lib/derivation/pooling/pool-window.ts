import type { Question } from "@/lib/question";
import { type WindowAxis, pairOf, resolveWindow } from "@/lib/tensor";
import { type Expression, dot, floor, fraction, juxtapose, sum, symbol } from "@/lib/tex";
import { type ImageCell, planeSize } from "../image";
import { adaptiveSize, slidingOptions } from "./pool-options";
import { type View, valueIn } from "../view";

/** One axis of a pooling: which positions of the input each output reads, and how many count. */
export interface PoolAxis {
  readonly outSize: number;
  /** Positions in the input; in the padding they are below 0 or beyond the last. */
  positions(out: number): readonly number[];
  /** How many of them the average divides by. */
  counted(out: number): number;
  /** The positions of a window in symbols, for output index `out` and tap `tap`. */
  rule(out: string, tap: string): Expression;
}

export interface PoolWindow {
  readonly height: PoolAxis;
  readonly width: PoolAxis;
  /** [rows, columns] of a whole window, where all are meant to be alike; adaptive windows are not. */
  readonly kernel?: readonly [number, number];
}

/** A position that a window reads; outside the input `inside` is false and the value is the padding's. */
export interface Tap {
  readonly at: ImageCell;
  readonly inside: boolean;
  readonly value: number;
}

/** The window of a question's pooling. @throws KernelError as the kernel does */
export function poolWindowOf(question: Question, inSize: readonly [number, number]): PoolWindow {
  const outSize = adaptiveSize(question);
  if (outSize) {
    return {
      height: adaptiveAxis(inSize[0], outSize[0]),
      width: adaptiveAxis(inSize[1], outSize[1]),
    };
  }
  const kernel = pairOf(question.params.kernel ?? 1);
  const { height, width } = resolveWindow(inSize, kernel, slidingOptions(question));
  const padded = question.params.count_include_pad ?? true;
  return {
    height: slidingAxis(height, padded),
    width: slidingAxis(width, padded),
    kernel: [height.kernel, width.kernel],
  };
}

/** Every position that the window of an output cell reads, row by row. */
export function tapsOf(window: PoolWindow, x: View, out: ImageCell, padding: number): Tap[] {
  const [image, channel, outRow, outColumn] = out;
  const columns = window.width.positions(outColumn);
  return window.height
    .positions(outRow)
    .flatMap((row) => columns.map((column) => tapAt(x, [image, channel, row, column], padding)));
}

/** Every output cell whose window reads an input cell, in row-major order. */
export function windowsOver(window: PoolWindow, cell: ImageCell): ImageCell[] {
  const [image, channel, row, column] = cell;
  const columns = outputsReading(window.width, column);
  return outputsReading(window.height, row).flatMap((outRow) =>
    columns.map((outColumn): ImageCell => [image, channel, outRow, outColumn]),
  );
}

function slidingAxis(axis: WindowAxis, countsPadding: boolean): PoolAxis {
  const { inSize, kernel, stride, dilation, padBefore, padAfter, outSize } = axis;
  const positions = (out: number): number[] =>
    Array.from({ length: kernel }, (_, tap) => out * stride - padBefore + tap * dilation).filter(
      (position) => position < inSize + padAfter,
    );
  const isInside = (position: number): boolean => position >= 0 && position < inSize;
  return {
    outSize,
    positions,
    counted: (out) =>
      countsPadding ? positions(out).length : positions(out).filter(isInside).length,
    rule: (out, tap) =>
      sum(scaled(stride, out), scaled(dilation, tap), ...(padBefore ? [-padBefore] : [])),
  };
}

function adaptiveAxis(inSize: number, outSize: number): PoolAxis {
  const start = (out: number): number => Math.floor((out * inSize) / outSize);
  const end = (out: number): number => Math.ceil(((out + 1) * inSize) / outSize);
  const positions = (out: number): number[] =>
    Array.from({ length: end(out) - start(out) }, (_, tap) => start(out) + tap);
  return {
    outSize,
    positions,
    counted: (out) => positions(out).length,
    rule: (out, tap) =>
      outSize === 1 ? symbol(tap) : sum(adaptiveStart(out, inSize, outSize), tap),
  };
}

function adaptiveStart(out: string, inSize: number, outSize: number): Expression {
  return floor(fraction(dot(out, inSize), outSize));
}

function scaled(factor: number, index: string): Expression {
  return factor === 1 ? symbol(index) : juxtapose(factor, index);
}

function tapAt(x: View, at: ImageCell, padding: number): Tap {
  const [height, width] = planeSize(x);
  const inside = at[2] >= 0 && at[2] < height && at[3] >= 0 && at[3] < width;
  return { at, inside, value: inside ? valueIn(x, at) : padding };
}

function outputsReading(axis: PoolAxis, position: number): number[] {
  return Array.from({ length: axis.outSize }, (_, out) => out).filter((out) =>
    axis.positions(out).includes(position),
  );
}
