import {
  type PoolTaps,
  type Tensor,
  adaptiveTaps,
  poolWindow,
  windowTaps,
  zeros,
} from "@/lib/tensor";
import { liftImage, lowerImage } from "../ops/images";
import { kernelOf } from "../ops/pool2d";
import { windowOptions } from "../ops/window-options";
import type { Question } from "../question";
import { rising } from "./monotone";
import { type Range, highOf, lowOf } from "./range";
import type { Bounds, Given } from "./rule";

/** Max pooling: y rises with x; ∂L/∂x goes to whichever cell of a window may be its first maximum. */
export function maxPooling(question: Question, given: Given): Bounds {
  return { y: rising(question, given("x")), grads: { x: gradient(question, given) } };
}

function gradient(question: Question, given: Given): Range {
  const { layout } = question.conventions;
  const [x, dy] = [given("x"), given("dy")];
  const rank = x.shape.length;
  const lift = (source: Tensor) => liftImage(source, layout, "x");
  const spread = spreadOverCandidates(
    { low: lift(lowOf(x)), high: lift(highOf(x)) },
    { low: lift(lowOf(dy)), high: lift(highOf(dy)) },
    tapsOf(question, lift(lowOf(x)).shape),
  );
  const [low, high] = [lowerImage(spread.low, rank, layout), lowerImage(spread.high, rank, layout)];
  return { shape: low.shape, low: low.data, high: high.data };
}

function tapsOf(question: Question, shape: readonly number[]): PoolTaps {
  if (question.op !== "max_pool2d") return adaptiveTaps(shape, question.params.output_size ?? 1);
  const options = { ...windowOptions(question), kernel: kernelOf(question) };
  return windowTaps(poolWindow(shape, options), false);
}

/** Both ends of a tensor N×C×H×W. */
interface Ends {
  readonly low: Tensor;
  readonly high: Tensor;
}

/** ∂L/∂y of each window goes to its maximum: for certain where only one cell can be it, else perhaps. */
function spreadOverCandidates(x: Ends, dy: Ends, { rows, columns }: PoolTaps): Ends {
  const [batch = 0, channels = 0, height = 0, width = 0] = x.low.shape;
  const result = { low: zeros(x.low.shape), high: zeros(x.low.shape) };
  let output = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    for (let i = 0; i < rows.first.length; i++) {
      for (let j = 0; j < columns.first.length; j++) {
        const cells: number[] = [];
        for (let row = rows.first[i]!; row < rows.end[i]!; row += rows.step) {
          const start = (plane * height + row) * width;
          for (let column = columns.first[j]!; column < columns.end[j]!; column += columns.step)
            cells.push(start + column);
        }
        give(result, candidates(x, cells), dy.low.data[output]!, dy.high.data[output]!);
        output += 1;
      }
    }
  }
  return result;
}

function give({ low, high }: Ends, cells: readonly number[], from: number, to: number): void {
  const isCertain = cells.length === 1;
  for (const cell of cells) {
    low.data[cell]! += isCertain ? from : Math.min(from, 0);
    high.data[cell]! += isCertain ? to : Math.max(to, 0);
  }
}

/** The cells that may be the first maximum: no earlier one is surely as large, no later one surely larger. */
function candidates({ low, high }: Ends, cells: readonly number[]): number[] {
  const later: number[] = Array.from({ length: cells.length }, () => Number.NEGATIVE_INFINITY);
  for (let at = cells.length - 2; at >= 0; at--)
    later[at] = Math.max(later[at + 1]!, low.data[cells[at + 1]!]!);
  const found: number[] = [];
  let earlier = Number.NEGATIVE_INFINITY;
  for (const [at, cell] of cells.entries()) {
    const top = high.data[cell]!;
    if (top >= later[at]! && (at === 0 || top > earlier)) found.push(cell);
    earlier = Math.max(earlier, low.data[cell]!);
  }
  return found;
}
