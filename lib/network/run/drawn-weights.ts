import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Tensor, zeros } from "@/lib/tensor";
import type { Weights } from "../pass/layer-pass";
import type { Stage } from "../stages";
import { keepConnected } from "./connections";
import { fanIn, learnedShapes } from "./learned";

const HALF_RANGE = 2 ** 31;

/** Numbers between −1 and 1, evenly spread; the same seed gives the same ones everywhere. */
export type Draw = () => number;

/** Numbers from a seed. @example drawFrom(1)() // between −1 and 1 */
export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return () => generator.next() / HALF_RANGE;
}

/** A tensor of mean 0 and this variance, evenly spread: numbers between −a and a have the variance a²/3. */
export function drawnTensor(shape: readonly number[], variance: number, draw: Draw): Tensor {
  const source = zeros(shape);
  const limit = Math.sqrt(3 * variance);
  for (let at = 0; at < source.data.length; at++) source.data[at] = limit * draw();
  return source;
}

/** What a layer begins with besides its weights w: scales of 1, shifts of 0, and PReLU's slope of 1/4. */
const BEGINNINGS: Readonly<Record<string, number>> = { gamma: 1, coefficient: 1, slope: 1 / 4 };

/**
 * The weights of a layer before any training: w of variance 2/fan-in, so that values keep their size through ReLUs.
 *
 * @see https://arxiv.org/abs/1502.01852 He and others, Delving deep into rectifiers
 */
export function drawnWeights(stage: Stage, draw: Draw): Weights {
  const weights: Record<string, Tensor> = {};
  for (const [name, shape] of Object.entries(learnedShapes(stage))) {
    weights[name] =
      name === "w"
        ? drawnTensor(shape, 2 / fanIn(stage), draw)
        : filled(shape, BEGINNINGS[name] ?? 0);
  }
  for (const [name, shape] of Object.entries(stage.spec.kept?.(stage.layer, stage.inShape) ?? {})) {
    const signs = drawnTensor(shape, 1, draw);
    weights[name] = { shape, data: signs.data.map((value) => (value < 0 ? -1 : 1)) };
  }
  if (weights.w) keepConnected(weights.w, stage.layer);
  return weights;
}

function filled(shape: readonly number[], value: number): Tensor {
  const source = zeros(shape);
  source.data.fill(value);
  return source;
}
