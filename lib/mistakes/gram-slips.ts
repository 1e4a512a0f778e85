import type { Question } from "@/lib/question";
import { type Image, imageOf } from "./image";
import type { Computation, Model, Slip } from "./model";

/** A Gram matrix F·Fᵀ of the features F, C×(H·W), or its gradient (G + Gᵀ)·F. */
interface Gram {
  readonly x: Image;
  readonly dy: Float64Array;
  readonly divisor: number;
  /** FᵀF, between places in place of channels. */
  readonly transposed: boolean;
  /** Gᵀ is left out of the gradient, or G. */
  readonly half?: "G" | "transposed" | undefined;
}

/** G[c,d] = Σ F[c,p]·F[d,p], divided by C·H·W where the question says so. */
export function gramOutput(question: Question): Model<Gram> | undefined {
  const right = setupOf(question);
  return (
    right && { right, slips: [...divisors(question, right), gramTransposed], compute: products }
  );
}

/** ∂L/∂F = (G + Gᵀ)·F. */
export function gramGradient(question: Question): Model<Gram> | undefined {
  const right = setupOf(question);
  if (!right) return undefined;
  const halved: Slip<Gram> = {
    id: "FACTOR_FORGOTTEN",
    readings: [(setup) => ({ ...setup, half: "G" }), (setup) => ({ ...setup, half: "transposed" })],
  };
  return { right, slips: [...divisors(question, right), halved], compute: gradient };
}

function setupOf(question: Question): Gram | undefined {
  const x = imageOf(question, question.inputs.x);
  if (!x || (question.dy && !question.dy.data)) return undefined;
  const [batch, channels, height, width] = x.shape;
  const dy = question.dy?.data ?? new Float64Array(batch * channels * channels).fill(1);
  const divisor = question.params.normalize ? channels * height * width : 1;
  return { x, dy, divisor, transposed: false };
}

function products({ x, divisor, transposed }: Gram): Computation {
  const [batch, channels, height, width] = x.shape;
  const area = height * width;
  const [rows, inner] = transposed ? [area, channels] : [channels, area];
  const feature = (n: number, row: number, k: number) =>
    x.data[n * channels * area + (transposed ? k * area + row : row * area + k)]!;
  return {
    shape: [1, batch, rows, rows],
    reads: inner,
    at: (_, n, row, column) => {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += feature(n, row, k) * feature(n, column, k);
      return sum / divisor;
    },
  };
}

function gradient({ x, dy, divisor, half }: Gram): Computation {
  const [, channels, height, width] = x.shape;
  const area = height * width;
  return {
    shape: x.shape,
    reads: channels,
    at: (n, c, h, w) => {
      let sum = 0;
      for (let d = 0; d < channels; d++) {
        const base = n * channels * channels;
        const along = half === "transposed" ? 0 : dy[base + c * channels + d]!;
        const across = half === "G" ? 0 : dy[base + d * channels + c]!;
        sum += (along + across) * x.data[(n * channels + d) * area + h * width + w]!;
      }
      return sum / divisor;
    },
  };
}

const gramTransposed: Slip<Gram> = {
  id: "GRAM_TRANSPOSED",
  readings: [(setup) => ({ ...setup, transposed: true })],
};

function divisors({ params }: Question, { x }: Gram): Slip<Gram>[] {
  const [, channels, height, width] = x.shape;
  const area = height * width;
  const divided = (divisor: number) => (setup: Gram) =>
    setup.divisor === divisor ? undefined : { ...setup, divisor };
  if (!params.normalize) {
    return [
      {
        id: "MEAN_FOR_SUM",
        readings: [divided(area), divided(channels * area), divided(channels)],
      },
    ];
  }
  return [
    { id: "NOT_NORMALISED", readings: [divided(1)] },
    { id: "FACTOR_FORGOTTEN", readings: [divided(area), divided(channels)] },
  ];
}
