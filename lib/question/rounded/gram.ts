import { type Tensor, gram as gramOf } from "@/lib/tensor";
import { liftImage } from "../ops/images";
import type { Question } from "../question";
import { forward } from "../solve";
import { boundsOfProducts } from "./bilinear";
import { type Range, highOf, lowOf } from "./range";
import type { Bounds, Given } from "./rule";

/** The Gram matrix: products of different channels, and on its diagonal squares. */
export function gram(question: Question, given: Given): Bounds {
  const [x, dy] = [given("x"), given("dy")];
  const gradients = (symmetric: Tensor, features: Tensor): Tensor =>
    forward({ ...question, inputs: { x: features } }).gradients(symmetric).x ?? features;
  return {
    y: matrix(question, x),
    grads: { x: boundsOfProducts(gradients, halfOfBoth(dy), x) },
  };
}

/** (G + Gᵀ)/2, which the gradient G + Gᵀ makes of both: so each number stands there once. */
function halfOfBoth({ shape, low, high }: Range): Range {
  const channels = shape.at(-1) ?? 1;
  const half = (values: Float64Array) =>
    values.map((value, at) => {
      const [row, column] = [Math.floor(at / channels) % channels, at % channels];
      const start = at - row * channels - column;
      return (value + values[start + column * channels + row]!) / 2;
    });
  return { shape, low: half(low), high: half(high) };
}

function matrix(question: Question, x: Range): Range {
  const { layout } = question.conventions;
  const { normalize = false } = question.params;
  const lifted = (source: Tensor) => liftImage(source, layout, "x");
  const y = forward({ ...question, inputs: { x: lowOf(x) } }).y;
  const [low, high] = [lifted(lowOf(x)), lifted(highOf(x))];
  const range = { shape: low.shape, low: low.data, high: high.data };
  const products = boundsOfProducts((one, other) => crossed(one, other, normalize), range, range);
  const squares = (ends: (a: number, b: number) => number) =>
    gramOf({ shape: low.shape, data: low.data.map((a, at) => ends(a, high.data[at]!)) }, normalize);
  const nearest = squares((a, b) => (a <= 0 && b >= 0 ? 0 : Math.min(Math.abs(a), Math.abs(b))));
  const furthest = squares((a, b) => Math.max(Math.abs(a), Math.abs(b)));
  const channels = low.shape[1] ?? 1;
  const isDiagonal = (at: number) => Math.floor(at / channels) % channels === at % channels;
  return {
    shape: y.shape,
    low: products.low.map((value, at) => (isDiagonal(at) ? nearest.data[at]! : value)),
    high: products.high.map((value, at) => (isDiagonal(at) ? furthest.data[at]! : value)),
  };
}

/** F·F′ᵀ of two different images of one shape, N×C×C. */
function crossed(one: Tensor, other: Tensor, normalize: boolean): Tensor {
  const [batch = 0, channels = 0, height = 0, width = 0] = one.shape;
  const area = height * width;
  const data = new Float64Array(batch * channels * channels);
  for (let at = 0; at < data.length; at++) {
    const row = Math.floor(at / channels);
    const image = Math.floor(row / channels);
    let sum = 0;
    for (let i = 0; i < area; i++) {
      sum +=
        one.data[row * area + i]! * other.data[(image * channels + (at % channels)) * area + i]!;
    }
    data[at] = normalize ? sum / (channels * area) : sum;
  }
  return { shape: [batch, channels, channels], data };
}
