import type { Question } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import { type Expression, dot, fraction, proseNumber, sum, total } from "@/lib/tex";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import {
  type ImageCell,
  cellAt,
  imageName,
  imagePlace,
  imageRefs,
  imageValue,
  imageView,
} from "../image";
import { gramShape } from "../sizes/shapes";
import { type Factor, factorOf, sumWorking } from "../sum-working";
import { type View, sizeAlong, valueIn } from "../view";
import type { OpDerivation, TensorWorking } from "../working";
import { cellName, range, symbolStep } from "../write";

/** The Gram matrix F·Fᵀ: every channel, flattened to a row, times every channel. */
export const gramDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: gramShape,
};

function forward(question: Question): TensorWorking {
  const x = imageView(question, "x", givenTensor(question, "x"));
  const result = computed(question, "y");
  const batched = result.shape.length === 3 ? ["n"] : [];
  const divisor = divisorOf(question, x);
  const products = total(["i", "j"], dot(featureName(x, "c"), featureName(x, "d")));
  return sumWorking({
    result,
    tensor: "y",
    rule: [
      symbolStep(
        "gram-rule",
        cellName("y", [...batched, "c", "d"]),
        normalised(products, divisor),
        { divided: dividedWords(divisor) },
      ),
    ],
    termsRule: "gram-terms",
    cellRule: "gram-cell",
    ...(divisor === undefined ? {} : { divisor }),
    terms: (at) =>
      positionsOf(x).map(([row, column]) => {
        const image = at.at(-3) ?? 0;
        return [at.at(-2) ?? 0, at.at(-1) ?? 0].map((channel) =>
          featureFactor(x, [image, channel, row, column]),
        );
      }),
    place: (at) => `channel ${at.at(-2) ?? 0} with channel ${at.at(-1) ?? 0}`,
  });
}

function backward(question: Question): TensorWorking {
  const x = imageView(question, "x", givenTensor(question, "x"));
  const result = computed(question, "grads.x");
  const dx = imageView(question, "dx", result);
  const gradient = outputGradient(question, computed(question, "y").shape);
  const batched = gradient.shape.length === 3 ? ["n"] : [];
  const divisor = divisorOf(question, x);
  const both = sum(cellName("dy", [...batched, "c", "d"]), cellName("dy", [...batched, "d", "c"]));
  return sumWorking({
    result,
    tensor: "dx",
    left: (at) => imageName(dx, cellAt(dx, at)),
    rule: [
      symbolStep(
        "gram-gradient-rule",
        imageName(dx, ["n", "c", "i", "j"]),
        normalised(total(["d"], dot(both, featureName(x, "d"))), divisor),
        { given: gradientWords(question) },
      ),
    ],
    termsRule: "gram-gradient-terms",
    cellRule: "gram-gradient-cell",
    ...(divisor === undefined ? {} : { divisor }),
    terms: (at) => {
      const [image, own, row, column] = cellAt(dx, at);
      return range(sizeAlong(x, 1)).map((other) => [
        pairFactor(gradient, image, own, other),
        featureFactor(x, [image, other, row, column]),
      ]);
    },
    place: (at) => imagePlace(dx, cellAt(dx, at)),
  });
}

/** G[c,d] + G[d,c]: the channel stands in the row of one product and in the column of another. */
function pairFactor(gradient: Tensor, image: number, own: number, other: number): Factor {
  const batched = gradient.shape.length === 3 ? [image] : [];
  const there = factorOf("dy", gradient, [...batched, own, other]);
  const back = factorOf("dy", gradient, [...batched, other, own]);
  return {
    name: sum(there.name, back.name),
    shown: sum(there.shown, back.shown),
    value: there.value + back.value,
    cells: own === other ? there.cells : [...there.cells, ...back.cells],
  };
}

function featureFactor(x: View, cell: ImageCell): Factor {
  return {
    name: imageName(x, cell),
    shown: imageValue(x, cell),
    value: valueIn(x, cell),
    cells: imageRefs(x, [cell]),
  };
}

function featureName(x: View, channel: string): Expression {
  return imageName(x, ["n", channel, "i", "j"]);
}

function positionsOf(x: View): (readonly [row: number, column: number])[] {
  return range(sizeAlong(x, 2)).flatMap((row) =>
    range(sizeAlong(x, 3)).map((column) => [row, column] as const),
  );
}

function divisorOf(question: Question, x: View): number | undefined {
  if (!question.params.normalize) return undefined;
  return sizeAlong(x, 1) * sizeAlong(x, 2) * sizeAlong(x, 3);
}

function normalised(products: Expression, divisor: number | undefined): Expression {
  return divisor === undefined ? products : fraction(products, dot("C", "H", "W"));
}

function dividedWords(divisor: number | undefined): string {
  return divisor === undefined ? "" : `, then divide by C·H·W = ${proseNumber(divisor)}`;
}
