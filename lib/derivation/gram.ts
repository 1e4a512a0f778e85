import type { Question } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import { dot, fraction, sum, total } from "@/lib/tex";
import { computed, givenTensor, gradientWords, outputGradient } from "./given";
import { placeWords } from "./place";
import { gramShape } from "./shapes";
import { type Factor, factorOf, sumWorking } from "./sum-working";
import type { OpDerivation, TensorWorking } from "./working";
import { cellName, cellValue, range, refs, symbolStep } from "./write";

/** The Gram matrix F·Fᵀ: every channel, flattened to a row, times every channel. */
export const gramDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: gramShape,
};

function forward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const positions = positionsOf(x);
  const divisor = divisorOf(question, x);
  const products = total(
    ["i", "j"],
    dot(cellName("x", ["c", "i", "j"]), cellName("x", ["d", "i", "j"])),
  );
  return sumWorking({
    result: computed(question, "y"),
    tensor: "y",
    rule: [
      symbolStep(
        "gram-rule",
        cellName("y", ["c", "d"]),
        divisor === undefined ? products : fraction(products, dot("C", "H", "W")),
        { divided: dividedWords(divisor) },
      ),
    ],
    termsRule: "gram-terms",
    cellRule: "gram-cell",
    ...(divisor === undefined ? {} : { divisor }),
    terms: (at) => {
      const [one, other] = [channelCell(x, at, -2), channelCell(x, at, -1)];
      return positions.map((position) => [
        factorOf("x", x, [...one, ...position]),
        factorOf("x", x, [...other, ...position]),
      ]);
    },
    place: (at) => `channel ${at.at(-2) ?? 0} with channel ${at.at(-1) ?? 0}`,
  });
}

function backward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const divisor = divisorOf(question, x);
  const gradient = outputGradient(question, computed(question, "y").shape);
  const channels = x.shape.at(-3) ?? 1;
  const both = sum(cellName("dy", ["c", "d"]), cellName("dy", ["d", "c"]));
  const products = total(["d"], dot(both, cellName("x", ["d", "i", "j"])));
  return sumWorking({
    result: computed(question, "grads.x"),
    tensor: "dx",
    rule: [
      symbolStep(
        "gram-gradient-rule",
        cellName("dx", ["c", "i", "j"]),
        divisor === undefined ? products : fraction(products, dot("C", "H", "W")),
        { given: gradientWords(question) },
      ),
    ],
    termsRule: "gram-gradient-terms",
    cellRule: "gram-gradient-cell",
    ...(divisor === undefined ? {} : { divisor }),
    terms: (at) =>
      range(channels).map((other) => [
        pairFactor(gradient, at, other),
        factorOf("x", x, x.shape.length < 3 ? at : at.with(-3, other)),
      ]),
    place: placeWords,
  });
}

/** G[c,d] + G[d,c]: the channel stands in the row of one product and in the column of another. */
function pairFactor(gradient: Tensor, at: readonly number[], other: number): Factor {
  const samples = at.slice(0, -3).slice(0, gradient.shape.length - 2);
  const own = at.at(-3) ?? 0;
  const [there, back] = [
    [...leadingOf(gradient, samples), own, other],
    [...leadingOf(gradient, samples), other, own],
  ];
  return {
    name: sum(cellName("dy", there), cellName("dy", back)),
    shown: sum(cellValue("dy", gradient, there), cellValue("dy", gradient, back)),
    value: valueAt(gradient, there) + valueAt(gradient, back),
    cells: refs("dy", own === other ? [there] : [there, back]),
  };
}

/** The coordinates before the two channels of a Gram matrix, zeros where x has no batch axis. */
function leadingOf(gram: Tensor, samples: readonly number[]): readonly number[] {
  return gram.shape.length - 2 === samples.length ? samples : gram.shape.slice(0, -2).map(() => 0);
}

/** The coordinates in x of the channel that the axis of a Gram cell names. */
function channelCell(x: Tensor, at: readonly number[], axis: -1 | -2): number[] {
  const leading = x.shape.length - 3;
  if (leading < 0) return [];
  return [...at.slice(0, -2).slice(-leading || at.length), at.at(axis) ?? 0];
}

function positionsOf(x: Tensor): number[][] {
  const plane = x.shape.slice(-2);
  const count = plane.reduce((product, size) => product * size, 1);
  return range(count).map((offset) => coordinatesOf(plane, offset));
}

function divisorOf(question: Question, x: Tensor): number | undefined {
  if (!question.params.normalize) return undefined;
  return x.shape.slice(-3).reduce((product, size) => product * size, 1);
}

function dividedWords(divisor: number | undefined): string {
  return divisor === undefined ? "" : `, divided by C·H·W = ${divisor}`;
}
